import type { ObjectRange } from '../domain/object-store.ts';

/** S3 has no range of zero bytes. */
export function isEmptyRange({ start = 0, end = Number.MAX_SAFE_INTEGER }: ObjectRange): boolean {
  return end <= start;
}

/** The value of the Range header, in which both ends are inclusive; undefined requests the whole object. */
export function rangeHeader({ start, end }: ObjectRange): string | undefined {
  if (start === undefined && end === undefined) return undefined;
  return `bytes=${start ?? 0}-${end === undefined ? '' : end - 1}`;
}

/**
 * Copies a body into `target`.
 * @throws Error when the body ends early: the connection was lost without an error
 */
export async function collect(body: AsyncIterable<unknown>, target: Uint8Array): Promise<void> {
  let done = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('the body of an S3 object is not bytes');
    target.set(chunk, done);
    done += chunk.length;
  }
  if (done !== target.length) throw new Error(`S3 sent ${done} bytes of ${target.length}`);
}
