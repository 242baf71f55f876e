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
    work: (stage, chunk, suffix = 'json') => `work/${prefix}/${importId}/${stage}/${chunk}.${suffix}`,
  };
}

/** Where an upload that names no published CRM table leaves its log. */
export const rejectedLogKey = (importId: string, fileName: string): string =>
  `imports/_rejected/${importId}/${fileName}.log.txt`;
