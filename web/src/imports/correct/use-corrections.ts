import { useEffect, useState } from 'react';
import { edited, historyOf, redone, undone } from '../../crm-tables/designer/history-model.ts';
import { type Corrections, isCorrected } from './corrections-model.ts';
import { forgetCorrections, keepCorrections, keptCorrections, withDraft } from './draft.ts';

/** The corrections of the failed records of an import. They survive a reload of the page. */
export function useCorrections(importId: string, opened: Corrections) {
  const [restored] = useState(() => keptCorrections(importId));
  const [history, setHistory] = useState(() => historyOf(restored ? withDraft(opened, restored) : opened));
  const [isKept, setIsKept] = useState(true);
  const { present } = history;
  useEffect(() => setIsKept(keepCorrections(importId, present)), [importId, present]);
  return {
    corrections: present,
    wasRestored: restored !== undefined,
    isKept,
    isCorrected: present.rows.some(isCorrected),
    change: (next: (before: Corrections) => Corrections) =>
      setHistory((before) => edited(before, next(before.present))),
    undo: history.past.length > 0 ? () => setHistory(undone) : undefined,
    redo: history.future.length > 0 ? () => setHistory(redone) : undefined,
    discard: () => {
      forgetCorrections(importId);
      setHistory((before) => edited(before, opened));
    },
  };
}
