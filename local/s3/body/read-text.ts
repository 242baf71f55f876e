import { S3Error } from '../errors.ts';

/** Reads a small body as text. @throws S3Error MalformedXML if it is larger than the limit. */
export async function readText(chunks: AsyncIterable<Uint8Array>, limitBytes: number): Promise<string> {
  const gathered: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limitBytes) throw new S3Error('MalformedXML');
    gathered.push(chunk);
  }
  return Buffer.concat(gathered).toString('utf8');
}
