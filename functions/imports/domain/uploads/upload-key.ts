/** What the key of an uploaded object says. */
export interface Upload {
  /** Upper case, whatever the case of the key. `undefined` when the key names no CRM table. */
  readonly prefix: string | undefined;
  readonly fileName: string;
  /** The folder between prefix and file name, if there is exactly one: uploads through the API have their import's id there. */
  readonly folder: string | undefined;
}

/** Results are named after the file, and S3 allows 1,024 bytes a key: room for the folder and the longest ending. */
export const LONGEST_FILE_NAME_BYTES = 900;

/** Over what any prefix has; the database's own keys, which are made of it, have limits too. */
const LONGEST_PREFIX = 100;

/**
 * Reads `uploads/<PREFIX>/<file name>` (or `uploads/<PREFIX>/<anything>/<file name>`).
 * @returns undefined for a folder object, which is no upload.
 */
export function readUploadKey(key: string): Upload | undefined {
  if (key.endsWith('/')) return undefined;
  const [, ...path] = key.split('/');
  const fileName = path.at(-1) ?? key;
  const prefix = path.length >= 2 ? path[0]?.toUpperCase() : undefined;
  return {
    prefix: prefix !== undefined && prefix.length <= LONGEST_PREFIX ? prefix : undefined,
    fileName,
    folder: path.length === 3 ? path[1] : undefined,
  };
}
