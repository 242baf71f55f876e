// Examples of requests and answers for the document. test/integration/api-client fails when one of them is no longer what a
// client sends and receives.
import { readFileSync } from 'node:fs';
import * as z from 'zod';

const BodiesSchema = z.record(z.string(), z.unknown());

export const ExamplesSchema = z.strictObject({
  /** Bodies of requests, by the keys of their routes: `POST /accounts`. */
  requests: BodiesSchema,
  /** Bodies of successful answers, by the same keys. */
  answers: BodiesSchema,
  /** Problems by their status and code. */
  problems: z.record(z.string(), BodiesSchema),
});
export type Examples = z.infer<typeof ExamplesSchema>;

const FILE = new URL('examples.json', import.meta.url);

export const EXAMPLES: Examples = ExamplesSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
