import * as z from 'zod';

/** EventBridge's "Step Functions Execution Status Change", as far as the import's rule matches it. */
const StatusChangeSchema = z.object({
  detail: z.object({
    name: z.string(),
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    input: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.object({ importId: z.string() })),
    error: z.string().nullish(),
  }),
});

/** @throws ZodError when the event is another one */
export function readExecutionEnded(event: unknown) {
  const { name, status, input, error } = StatusChangeSchema.parse(event).detail;
  return { name, status, importId: input.importId, error: error ?? undefined };
}
