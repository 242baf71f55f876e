/** An address of the data bucket that takes one request, with exactly these headers. */
export interface SignedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The data bucket did not take the bytes. */
export class StoreError extends Error {
  /** The HTTP status; 0 if the bucket could not be reached. */
  readonly status: number;

  constructor(status: number) {
    super(status === 0 ? 'The connection is lost.' : `The store of files answered with status ${status}.`);
    this.status = status;
  }
}

interface Sending {
  /** Called with the number of bytes that have been sent so far. */
  readonly onBytes: (sent: number) => void;
  readonly signal: AbortSignal;
}

/** A connection on which nothing moves for this time is lost. */
const STILL_MS = 60_000;

/** The browser sets it, and rejects a script that does. */
const OWN_HEADERS = new Set(['content-length']);

/**
 * Sends bytes to a presigned address. `fetch` does not report the progress of a request.
 * @returns the ETag
 * @throws StoreError, or the reason of the signal
 */
export function putBytes({ url, headers }: SignedRequest, bytes: Blob, { onBytes, signal }: Sending): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    let still = setTimeout(() => request.abort(), STILL_MS);
    const onAbort = () => request.abort();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers))
      if (!OWN_HEADERS.has(name)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => {
      clearTimeout(still);
      still = setTimeout(() => request.abort(), STILL_MS);
      onBytes(loaded);
    });
    request.addEventListener('loadend', () => {
      clearTimeout(still);
      signal.removeEventListener('abort', onAbort);
      if (request.status >= 200 && request.status < 300) resolve(request.getResponseHeader('etag') ?? '');
      else reject(signal.aborted ? signal.reason : new StoreError(request.status));
    });
    signal.addEventListener('abort', onAbort);
    // Without a type the browser adds none, as the signature expects.
    request.send(bytes);
  });
}
