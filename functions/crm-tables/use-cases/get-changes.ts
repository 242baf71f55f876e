import type { Changes } from '../domain/changes/changes.ts';
import { describeChanges } from '../domain/changes/describe-changes.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { PublishedTableReader, TableWithDraft } from '../ports.ts';

interface VersionPorts {
  readonly versions: Pick<PublishedTableReader, 'readVersion'>;
}

/** The changes that publishing the draft would make to the published version. */
export async function getChanges(ports: VersionPorts, { table, draft }: TableWithDraft): Promise<Changes> {
  return describeChanges(table, await readLastVersion(ports, table), draft.value);
}

/** The version that the publication would replace; undefined before the first one. */
export async function readLastVersion(
  { versions }: VersionPorts,
  { prefix, publishedVersion }: CrmTable,
): Promise<PublishedTable | undefined> {
  return publishedVersion === undefined ? undefined : versions.readVersion(prefix, publishedVersion);
}
