const CODES = ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE', 'ECONNRESET', 'EPIPE'];

/** Whether an error of sending a response means that the client has disconnected. */
export function isClientGone(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && CODES.includes(String(error.code));
}
