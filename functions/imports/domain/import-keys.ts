import type { Import } from './import.ts';

/** The folder of the files that schedules of a CRM table import; no event rule matches it. */
export const inboxFolder = (tablePrefix: string): string => `inbox/${tablePrefix}/`;

/** The keys of an import's objects in the data bucket. */
export interface ImportKeys {
  readonly folder: string;
  readonly plan: string;
  /** A work object: `chunk` is a chunk's number or a name, `suffix` distinguishes several objects of one chunk. */
  work(stage: string, chunk: number | string, suffix?: string): string;
  readonly summary: string;
  readonly sorted: string;
  readonly insert: string;
  readonly update: string;
  readonly log: string;
  readonly failures: string;
  readonly warnings: string;
  readonly before: string;
  readonly changes: string;
  readonly failed: Readonly<Record<FailureFile, string>>;
}

/** The manual's four failure files, by the stage whose failed records they hold. */
export const FAILURE_FILES = ['BulkCopy', 'Differentiate', 'DifferentiateBulkCopy', 'DifferentiateUpdate'] as const;
export type FailureFile = (typeof FAILURE_FILES)[number];

/** `VoucherID.csv` -> `VoucherID`: the manual names the summary after the file without its extension. */
function baseName(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0 ? fileName.slice(0, dot) : fileName;
}

export function importKeys(tablePrefix: string, importId: string, fileName: string): ImportKeys {
  const folder = `imports/${tablePrefix}/${importId}/`;
  const file = `${folder}${fileName}`;
  const failed = (name: FailureFile) => `${file}.log.${name}.txt`;
  return {
    ...workKeys(tablePrefix, importId),
    folder,
    summary: `${folder}${baseName(fileName)}.log`,
    sorted: `${file}.sorted.txt`,
    insert: `${file}.insert.txt`,
    update: `${file}.update.txt`,
    log: `${file}.log.txt`,
    failures: `${file}.failures.csv`,
    warnings: `${file}.warnings.csv`,
    before: `${file}.before.jsonl`,
    changes: `${file}.changes.csv`,
    failed: {
      BulkCopy: failed('BulkCopy'),
      Differentiate: failed('Differentiate'),
      DifferentiateBulkCopy: failed('DifferentiateBulkCopy'),
      DifferentiateUpdate: failed('DifferentiateUpdate'),
    },
  };
}

/** The keys that need no file name, and so are known before the plan has been read. */
export function workKeys(tablePrefix: string, importId: string): Pick<ImportKeys, 'plan' | 'work'> {
  return {
    plan: `imports/${tablePrefix}/${importId}/plan.json`,
    work: (stage, chunk, suffix = 'json') => `${workFolder(tablePrefix, importId)}${stage}/${chunk}.${suffix}`,
  };
}

/** The common prefix of an import's work objects. */
export const workFolder = (tablePrefix: string, importId: string): string => `work/${tablePrefix}/${importId}/`;

/** The common prefix of a stage's work objects, all generations. */
export const stageObjects = (tablePrefix: string, importId: string, stage: string): string =>
  `${workFolder(tablePrefix, importId)}${stage}`;

/**
 * The flag that stops the workers of an import. Its key holds the fence, which is unique to an attempt and which
 * workers know.
 */
export const cancelFlagKey = ({ prefix, importId, fence }: Pick<Import, 'prefix' | 'importId' | 'fence'>): string =>
  `${workFolder(prefix, importId)}cancel/${fence}.json`;

/** Of the counts of a chunk that stopped because its import was cancelled. */
export const partialSuffix = 'partial.json';

/** Of the progress of a chunk in flight. */
export const progressSuffix = 'progress.json';

/** The chunk of a work object, from its key: `17` of `…/insert/17.progress.json`. */
export const chunkOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1).split('.', 1)[0] ?? '';

/** Whether a work object is the result of a whole chunk (`17.json`), not a fragment. */
export const isChunkResult = (key: string): boolean => /\/\d+\.json$/.test(key);

/** The folder of an import's output files. An import that was rejected before it was queued never had a lease. */
export const resultsFolder = ({ prefix, importId, fence }: Pick<Import, 'prefix' | 'importId' | 'fence'>): string =>
  fence === 0 ? `imports/_rejected/${importId}/` : `imports/${prefix}/${importId}/`;

/** The key of the log of an upload that names no published CRM table. */
export const rejectedLogKey = (importId: string, fileName: string): string =>
  `imports/_rejected/${importId}/${fileName}.log.txt`;
