import { hashOf, type SourceVersion } from '../import-id.ts';

/** The current version of a file in the inbox. */
export interface InboxSource extends SourceVersion {
  readonly modifiedAt: Date;
}

/** Oldest first; files with the same time by key. */
const byAge = (a: InboxSource, b: InboxSource): number =>
  a.modifiedAt.getTime() - b.modifiedAt.getTime() || (a.key < b.key ? -1 : 1);

/** The files whose current version the schedule has not imported, oldest first. */
export function newFiles(files: readonly InboxSource[], imported: ReadonlySet<string>): InboxSource[] {
  return files.filter((file) => !imported.has(hashOf(file))).toSorted(byAge);
}

export const newestFile = (files: readonly InboxSource[]): InboxSource | undefined => files.toSorted(byAge).at(-1);
