import { useState } from 'react';
import { useMe } from '../../shared/session/me.ts';
import type { DeskTable } from './desk-table.ts';
import { type Draft, isDraft } from './draft-model.ts';
import { forget, keep, kept } from './tab-storage.ts';

/** The half-filled form of a customer, or of a new one: one for each user and table, in this tab. */
export function useDraft({ prefix }: DeskTable, customerId: string | undefined) {
  const { userId } = useMe();
  const key = [userId, 'draft', prefix, ...(customerId === undefined ? [] : [customerId])];
  const [draft, setDraft] = useState(() => kept(key, isDraft));
  return {
    /** As it was when the page opened, or the form was left. */
    draft,
    /** @returns whether the browser had room */
    keepDraft: (next: Draft): boolean => keep(key, next),
    forgetDraft: (): void => forget(key),
    /** Reads again what is kept. */
    reload: (): void => setDraft(kept(key, isDraft)),
  };
}

export type Drafts = ReturnType<typeof useDraft>;
