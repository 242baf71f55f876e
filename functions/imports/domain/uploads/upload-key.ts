/** The parts of an uploaded object's key. */
export interface Upload {
  /** In upper case; undefined when the key names no CRM table. */
  readonly prefix: string | undefined;
  readonly fileName: string;
  /**
   * The folder between prefix and file name, if there is exactly one: for an upload through the API it is the import
   * id.
   */
  readonly folder: string | undefined;
}

/** Results are named after the file, and a key in S3 has at most 1,024 bytes, folder and longest suffix included. */
export const LONGEST_FILE_NAME_BYTES = 900;

/** Longer than any prefix; the database's keys contain it and are limited too. */
const LONGEST_PREFIX = 100;

/**
 * Reads `uploads/<PREFIX>/<file name>` (or `uploads/<PREFIX>/<anything>/<file name>`).
 * @returns undefined for a folder object, which is no upload
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
