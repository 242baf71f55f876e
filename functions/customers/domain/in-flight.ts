/**
 * Runs `count` workers concurrently and waits for all of them. After a failure `stopped()` is true for the others, and
 * the first failure is thrown when the last worker has ended, so that none runs on after the call.
 */
export async function inFlight(count: number, worker: (stopped: () => boolean) => Promise<void>): Promise<void> {
  let failure: { readonly error: unknown } | undefined;
  const run = async (): Promise<void> => {
    try {
      await worker(() => failure !== undefined);
    } catch (error) {
      failure ??= { error };
    }
  };
  await Promise.all(Array.from({ length: count }, run));
  if (failure) throw failure.error;
}
