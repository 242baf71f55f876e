import type { IncomingMessage } from 'node:http';

/** Thrown if a request body is larger than allowed. */
export class BodyTooLarge extends Error {}

/** Reads a whole request body. @throws BodyTooLarge */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limitBytes) throw new BodyTooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
