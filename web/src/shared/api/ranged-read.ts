import { ApiError, offlineError } from './api-error.ts';

/** The file was deleted, or its address has expired. */
export class FileGone extends ApiError {
  constructor(name: string) {
    super(404, `${name} is no longer there. Load the page again.`);
  }
}

/**
 * Reads a part of a file at a presigned address.
 * @param from the first byte, counted from 0
 * @param to the byte after the last one
 * @throws ApiError if the bucket cannot be reached or does not return the part
 */
export async function readRange(url: string, from: number, to: number, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { headers: { range: `bytes=${from}-${to - 1}` }, signal }).catch((error) => {
    if (signal.aborted) throw error;
    throw offlineError();
  });
  if (!response.ok) throw new ApiError(response.status, `The bucket answered with status ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
