import * as z from 'zod';
import { JsonValueSchema } from '../json-value.ts';

/** An event as EventBridge hands it to targets. */
export const BusEventSchema = z.object({
  version: z.string(),
  id: z.string(),
  'detail-type': z.string(),
  source: z.string(),
  account: z.string(),
  time: z.string(),
  region: z.string(),
  resources: z.array(z.string()),
  detail: z.record(z.string(), JsonValueSchema),
});
export type BusEvent = z.infer<typeof BusEventSchema>;
