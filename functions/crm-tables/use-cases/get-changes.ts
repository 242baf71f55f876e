import type { Changes } from '../domain/changes/changes.ts';
import { describeChanges } from '../domain/changes/describe-changes.ts';
import type { PublishedTableReader, TableWithDraft } from '../ports.ts';

/** The changes that publishing the draft would make to the published version. */
export async function getChanges(
  ports: { readonly versions: Pick<PublishedTableReader, 'readVersion'> },
  { table, draft }: TableWithDraft,
): Promise<Changes> {
  const { prefix, publishedVersion } = table;
  const before =
    publishedVersion === undefined ? undefined : await ports.versions.readVersion(prefix, publishedVersion);
  return describeChanges(table, before, draft.value);
}
