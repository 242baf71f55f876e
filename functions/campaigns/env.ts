import * as z from 'zod';

export const CampaignsEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });
