/**
 * The error that the runtime logs and the workflow stores in its history: without its message, which may quote a cell.
 * Its name stays, since the workflow's retries and its last state depend on it.
 */
export function withoutMessage(error: unknown): Error {
  const reported = new Error('The log of the function has the call frames.');
  reported.name = error instanceof Error ? error.name : 'Error';
  delete reported.stack;
  return reported;
}
