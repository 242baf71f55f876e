import type { Import } from './import.ts';

/** Where the files of a CRM table lie that schedules import; no rule matches them. */
export const inboxFolder = (prefix: string): string => `inbox/${prefix}/`;

/** Where everything of one import lies in the data bucket. */
export interface ImportKeys {
  readonly folder: string;
  readonly plan: string;
  /** A working object: `chunk` is a chunk's number or a name, `suffix` tells several of one chunk apart. */
  work(stage: string, chunk: number | string, suffix?: string): string;
  readonly summary: string;
  readonly sorted: string;
  readonly insert: string;
  readonly update: string;
  readonly log: string;
  readonly failures: string;
  readonly warnings: string;
  readonly failed: Readonly<Record<FailureFile, string>>;
}

/** The manual's four failure files, by the stage whose failed records they hold. */
export const FAILURE_FILES = ['BulkCopy', 'Differentiate', 'DifferentiateBulkCopy', 'DifferentiateUpdate'] as const;
export type FailureFile = (typeof FAILURE_FILES)[number];

/** `VoucherID.csv` -> `VoucherID`: the manual names the summary after the file without its ending. */
function baseName(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0 ? fileName.slice(0, dot) : fileName;
}

export function importKeys(prefix: string, importId: string, fileName: string): ImportKeys {
  const folder = `imports/${prefix}/${importId}/`;
  const file = `${folder}${fileName}`;
  const failed = (name: FailureFile) => `${file}.log.${name}.txt`;
  return {
    ...workKeys(prefix, importId),
    folder,
    summary: `${folder}${baseName(fileName)}.log`,
    sorted: `${file}.sorted.txt`,
    insert: `${file}.insert.txt`,
    update: `${file}.update.txt`,
    log: `${file}.log.txt`,
    failures: `${file}.failures.csv`,
    warnings: `${file}.warnings.csv`,
    failed: {
      BulkCopy: failed('BulkCopy'),
      Differentiate: failed('Differentiate'),
      DifferentiateBulkCopy: failed('DifferentiateBulkCopy'),
      DifferentiateUpdate: failed('DifferentiateUpdate'),
    },
  };
}

/** The keys that are known before the plan has been read, and so without the file's name. */
export function workKeys(prefix: string, importId: string): Pick<ImportKeys, 'plan' | 'work'> {
  return {
    plan: `imports/${prefix}/${importId}/plan.json`,
    work: (stage, chunk, suffix = 'json') => `${workFolder(prefix, importId)}${stage}/${chunk}.${suffix}`,
  };
}

/** What the keys of all working objects of an import begin with. */
export const workFolder = (prefix: string, importId: string): string => `work/${prefix}/${importId}/`;

/** What the keys of a stage's working objects begin with, all generations of them. */
export const stageObjects = (prefix: string, importId: string, stage: string): string =>
  `${workFolder(prefix, importId)}${stage}`;

/**
 * The flag that has the workers of an import stop. They know no attempt, but the fence under which it runs, which no other
 * attempt shares.
 */
export const cancelFlagKey = ({ prefix, importId, fence }: Pick<Import, 'prefix' | 'importId' | 'fence'>): string =>
  `${workFolder(prefix, importId)}cancel/${fence}.json`;

/** Of what a chunk had done when its import was cancelled. */
export const partialSuffix = 'partial.json';

/** Of how far the worker of a chunk has come. */
export const progressSuffix = 'progress.json';

/** The chunk that a working object belongs to, as its key names it: `17` of `…/insert/17.progress.json`. */
export const chunkOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1).split('.', 1)[0] ?? '';

/** Whether a working object is the result of a whole chunk (`17.json`), not a fragment of one. */
export const isChunkResult = (key: string): boolean => /\/\d+\.json$/.test(key);

/** Where the files lie that an import left. One that was rejected at the door was never given the table's lease. */
export const resultsFolder = ({ prefix, importId, fence }: Pick<Import, 'prefix' | 'importId' | 'fence'>): string =>
  fence === 0 ? `imports/_rejected/${importId}/` : `imports/${prefix}/${importId}/`;

/** Where an upload that names no published CRM table leaves its log. */
export const rejectedLogKey = (importId: string, fileName: string): string =>
  `imports/_rejected/${importId}/${fileName}.log.txt`;
