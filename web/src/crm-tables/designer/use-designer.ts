import { useEffect, useState, useSyncExternalStore } from 'react';
import { useCrmTable } from '../queries.ts';
import { DesignerStore } from './designer-store.ts';
import { useCrmTableWrites } from './queries.ts';

const UNSENT = ['waiting', 'saving'];

/** The draft of a CRM table while it is edited. Edits are saved as one goes, also when the page is left. */
export function useDesigner(accountPrefix: string, prefix: string): DesignerStore {
  const table = useCrmTable(accountPrefix, prefix);
  const { saveDraft, read } = useCrmTableWrites(accountPrefix);
  const [store] = useState(
    () =>
      new DesignerStore(table, {
        save: (design, etag) => saveDraft(prefix, design, etag),
        read: () => read(prefix),
      }),
  );

  useEffect(() => {
    if (table.etag !== store.etag) void store.refresh().catch(() => undefined);
  }, [store, table.etag]);

  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!UNSENT.includes(store.state.saving.status)) return;
      event.preventDefault();
      void store.flush();
    };
    addEventListener('beforeunload', onLeave);
    return () => {
      removeEventListener('beforeunload', onLeave);
      void store.flush();
    };
  }, [store]);
  return store;
}

export const useDesignerState = (store: DesignerStore) => useSyncExternalStore(store.subscribe, () => store.state);
