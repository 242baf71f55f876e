import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PreviewRequest } from '../api/preview.ts';
import { openFile, PREVIEW_BYTES, readHead } from './local-file.ts';

/** A local file takes precedence over a file of the bucket with the same name. */
export async function sourceOf(named: string, cwd: string): Promise<Pick<PreviewRequest, 'key' | 'head' | 'bytes'>> {
  const key = keyOf(named);
  if (key !== undefined && !(await isHere(resolve(cwd, named)))) return { key };
  const file = await openFile(named, cwd);
  return { head: (await readHead(file, PREVIEW_BYTES)).toString('base64'), bytes: file.bytes };
}

/** The key of an object that can be imported: `inbox/...` or `uploads/...`, also as `s3://bucket/inbox/...`. */
export const keyOf = (named: string): string | undefined =>
  /^(?:s3:\/\/[^/]+\/)?((?:uploads|inbox)\/.+)$/.exec(named)?.[1];

const isHere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
