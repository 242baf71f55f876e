import * as z from 'zod';

const FaultSchema = z.object({
  code: z.string().optional(),
  message: z.string().optional(),
  cause: z.unknown().optional(),
});

/** The system's code of an error (`ENOENT`, `ECONNREFUSED`), also of one that `fetch` has wrapped. */
export function codeOf(error: unknown): string | undefined {
  const { code, cause } = FaultSchema.safeParse(error).data ?? {};
  return code ?? (cause === undefined ? undefined : codeOf(cause));
}

export function messageOf(error: unknown): string {
  return FaultSchema.safeParse(error).data?.message ?? String(error);
}
