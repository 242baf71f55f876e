/**
 * What the runtime may log and the workflow may keep in its history: the error's name. Its message may quote a cell.
 * The name stays, since the workflow's retries and its last state go by it.
 */
export function withoutMessage(error: unknown): Error {
  const reported = new Error('The log of the function has the call frames.');
  reported.name = error instanceof Error ? error.name : 'Error';
  delete reported.stack;
  return reported;
}
