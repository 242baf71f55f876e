import { hashOf, type SourceVersion } from '../import-id.ts';

/** The object that a file in the inbox is now. */
export interface InboxSource extends SourceVersion {
  readonly modifiedAt: Date;
}

/** Oldest first; of two files of one moment, by key. */
const byAge = (a: InboxSource, b: InboxSource): number =>
  a.modifiedAt.getTime() - b.modifiedAt.getTime() || (a.key < b.key ? -1 : 1);

/** The files of which a schedule has imported no version that is there now, oldest first. */
export function newFiles(files: readonly InboxSource[], imported: ReadonlySet<string>): InboxSource[] {
  return files.filter((file) => !imported.has(hashOf(file))).toSorted(byAge);
}

export const newestFile = (files: readonly InboxSource[]): InboxSource | undefined => files.toSorted(byAge).at(-1);
