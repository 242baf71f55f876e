import type { PageAction } from '../../shared/keys/page-action.ts';
import { navigate } from '../../shared/router/use-place.ts';
import { useIsViewing } from '../../shared/session/me.ts';
import { DOCUMENTS } from '../documents/text.ts';
import { NOTES } from '../notes/text.ts';
import { deskAddress, newAddress } from './address.ts';
import type { DeskTable } from './desk-table.ts';
import { DIGITS } from './field-tabs.tsx';
import { DESK } from './text.ts';
import { useNeighbours } from './use-neighbours.ts';

interface RecordState {
  readonly setMode: (mode: 'edit' | 'delete') => void;
  readonly createNote: () => void;
  readonly attach: () => void;
  /** The ids of the tabs. */
  readonly tabs: readonly string[];
  readonly setTab: (id: string) => void;
}

/** What an agent does with a customer, each by one key; undefined for what the user may not do or where there is nothing. */
export function useRecordActions(
  table: DeskTable,
  customerId: string,
  { setMode, createNote, attach, tabs, setTab }: RecordState,
) {
  const neighbours = useNeighbours(table, customerId);
  const isViewing = useIsViewing();
  const mayWriteNotes = !isViewing && table.mayNote;
  const action = (id: string, text: string, key: string, act: (() => void) | undefined): PageAction | undefined =>
    act && { id, text, key, act };
  const actions = {
    back: { id: 'back', text: DESK.back, key: 'Escape', act: () => navigate(deskAddress(table)) },
    previous: action('previous', DESK.previous, 'k', neighbours?.previous),
    next: action('next', DESK.next, 'j', neighbours?.next),
    edit: action('edit', DESK.edit, 'e', table.modifiable.length > 0 ? () => setMode('edit') : undefined),
    note: action('note', NOTES.create, 't', mayWriteNotes ? createNote : undefined),
    attach: action('attach', DOCUMENTS.attach, 'd', !isViewing && table.mayAttach ? attach : undefined),
    create: action('new', DESK.newCustomer, 'n', canCreate(table) ? () => navigate(newAddress(table)) : undefined),
    remove: action('delete', DESK.remove, 'Delete', table.mayDelete ? () => setMode('delete') : undefined),
  };
  const chooseTab = tabs.slice(0, DIGITS).map((id, at) => ({
    ...{ id, text: DESK.showTab, key: String(at + 1), isUnlisted: true },
    act: () => setTab(id),
  }));
  return { ...actions, chooseTab, neighbours };
}

export type RecordActions = ReturnType<typeof useRecordActions>;

const canCreate = ({ insertable }: DeskTable): boolean => insertable.length > 0;
