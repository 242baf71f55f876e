import * as z from 'zod';

export const CustomersEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1), CUSTOMERS_TABLE: z.string().min(1) });
