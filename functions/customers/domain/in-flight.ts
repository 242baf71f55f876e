/**
 * Runs `worker` so many times at once and waits for all of them. Each goes on until it returns; once one has failed, `stopped()`
 * is true for the others and the first failure is thrown after the last has ended, so that nothing runs on behind the caller.
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
