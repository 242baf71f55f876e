import { CliError, EXIT } from './errors.ts';
import type { Terminal } from './terminal.ts';

/** Runs `work` until it ends or Ctrl-C cancels it; then the error has the `advice`. A second Ctrl-C exits at once. */
export async function untilInterrupted<T>(
  terminal: Pick<Terminal, 'onInterrupt'>,
  advice: () => { readonly message: string; readonly advice: string },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stopListening = terminal.onInterrupt(() => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  });
  try {
    return await work(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    const { message, advice: whatToDo } = advice();
    throw new CliError('interrupted', message, { advice: whatToDo, exitCode: EXIT.interrupted });
  } finally {
    stopListening();
  }
}
