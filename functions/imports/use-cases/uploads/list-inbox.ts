import type { ListedObject, ObjectStore } from '../../../shared/domain/object-store.ts';
import { inboxFolder } from '../../domain/import-keys.ts';
import { fileNameOf } from './scheduled-run.ts';

export interface ListInboxPorts {
  readonly store: Pick<ObjectStore, 'list'>;
}

interface ListedFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly modifiedAt: string;
}

/** A person chooses among these; a folder with more is for schedules. */
const MOST_FILES = 100;
/** A page of S3 has a thousand keys: these are read within two seconds. */
const MOST_READ = 10_000;

/** The newest files in the inbox of a CRM table. @param tablePrefix upper case */
export async function listInbox({ store }: ListInboxPorts, tablePrefix: string) {
  const folder = inboxFolder(tablePrefix);
  const found: ListedObject[] = [];
  for await (const object of store.list(folder)) {
    if (!object.key.endsWith('/')) found.push(object);
    if (found.length === MOST_READ) break;
  }
  const newest = found.toSorted((a, b) => b.modifiedAt.getTime() - a.modifiedAt.getTime()).slice(0, MOST_FILES);
  return { folder, items: newest.map(listedFile), more: found.length - newest.length };
}

const listedFile = ({ key, size, modifiedAt }: ListedObject): ListedFile => ({
  key,
  name: fileNameOf(key),
  bytes: size,
  modifiedAt: modifiedAt.toISOString(),
});
