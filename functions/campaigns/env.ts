import * as z from 'zod';

/** The environment of campaigns-api. */
export const CampaignsEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });
