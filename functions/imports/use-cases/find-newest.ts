import type { ListedObject, ObjectStore } from '../ports.ts';

/** The object under a prefix that was put last; folders are none. Of two of one moment, the later key. */
export async function findNewest(store: Pick<ObjectStore, 'list'>, prefix: string): Promise<string | undefined> {
  let newest: ListedObject | undefined;
  for await (const each of store.list(prefix)) {
    if (!each.key.endsWith('/') && (!newest || each.modifiedAt >= newest.modifiedAt)) newest = each;
  }
  return newest?.key;
}
