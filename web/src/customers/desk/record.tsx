import { Suspense, useEffect, useState } from 'react';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { ActionButton } from '../../shared/keys/action-button.tsx';
import { focusPage } from '../../shared/shell/focus-page.ts';
import { removeNotice } from '../../shared/shell/notices.tsx';
import { lazyPage } from '../../shared/shell/part.ts';
import { DOCUMENTS } from '../documents/text.ts';
import { FieldValues } from '../field-values.tsx';
import { groupsOf, nameOf } from '../fields-model.ts';
import { CustomerHistory } from '../history/customer-history.tsx';
import { HISTORY } from '../history/text.ts';
import { NoteForm } from '../notes/note-form.tsx';
import { NoteList, PinnedNotes } from '../notes/note-lists.tsx';
import { NOTES } from '../notes/text.ts';
import { useRecordNotes } from '../notes/use-record-notes.ts';
import { DeleteQuestion } from './delete-question.tsx';
import type { DeskTable } from './desk-table.ts';
import { DraftNotice, shownTime } from './draft-notice.tsx';
import { FieldTabs } from './field-tabs.tsx';
import type { Customer } from './queries.ts';
import { RecordFrame } from './record-frame.tsx';
import { SAVED_NOTICE } from './saved-notice.ts';
import { openingTab } from './tab-model.ts';
import { DESK } from './text.ts';
import { useDraft } from './use-draft.ts';
import { useRecordActions } from './use-record-actions.ts';

const loadForm = () => import('./edit-form.tsx');
const EditForm = lazyPage(loadForm);
const DocumentList = lazyPage(() => import('../documents/document-list.tsx'));

/** No id of a tab of a CRM table has a dot. */
const NOTES_TAB = { id: 'desk.notes', label: NOTES.title };
const DOCUMENTS_TAB = { id: 'desk.documents', label: DOCUMENTS.title };
const HISTORY_TAB = { id: 'desk.history', label: HISTORY.title };

/** A customer's values under the tabs of the table; in the same place, the form that changes them. */
export function CustomerRecord({
  table,
  customer,
  etag,
}: {
  readonly table: DeskTable;
  readonly customer: Customer;
  readonly etag: string;
}) {
  const { customerId } = customer;
  const values = { ...customer.values, [CUSTOMER_ID]: customerId };
  const name = nameOf(table.fields, values) || customerId;
  const groups = groupsOf(table.tabs, table.fields);
  const noteTabs = table.mayNote ? [NOTES_TAB] : [];
  const documentTabs = table.mayReadDocuments ? [DOCUMENTS_TAB] : [];
  const opensNotes = table.mayNote && table.autoPopNotes;
  const [tab, setTab] = useState(opensNotes ? NOTES_TAB.id : (groups[0]?.id ?? ''));
  const notes = useRecordNotes(table, customerId, () => setTab(NOTES_TAB.id));
  const [isAttaching, setAttaching] = useState(false);
  const [mode, setMode] = useState<'view' | 'edit' | 'delete'>('view');
  const drafts = useDraft(table, customerId);
  const view = useRecordActions(table, customerId, {
    setMode,
    createNote: notes.create,
    attach: () => {
      setAttaching(true);
      setTab(DOCUMENTS_TAB.id);
    },
    tabs: [...groups, ...noteTabs, ...documentTabs, HISTORY_TAB].map(({ id }) => id),
    setTab,
  });
  useEffect(() => () => removeNotice(SAVED_NOTICE), []);
  // The rules of values are large: they are loaded while the user reads.
  useEffect(() => void loadForm().catch(() => undefined), []);

  const leave = () => {
    drafts.reload();
    setMode('view');
    // The form is gone, and with it the focus.
    focusPage();
  };
  const shown = (
    <FieldTabs
      {...{ tabs: table.tabs, fields: table.fields, active: tab }}
      further={[
        ...noteTabs.map((each) => ({ ...each, content: <NoteList {...notes.list} /> })),
        ...documentTabs.map((each) => ({
          ...each,
          content: (
            <Suspense fallback={null}>
              <DocumentList {...{ table, customerId, isAttaching }} />
            </Suspense>
          ),
        })),
        {
          ...HISTORY_TAB,
          content: <CustomerHistory tablePrefix={table.prefix} {...{ customerId }} fields={table.fields} />,
        },
      ]}
      hasKeys
      onActive={setTab}
    >
      {(fields) => <FieldValues {...{ fields, values }} />}
    </FieldTabs>
  );
  const frame = { table, customer, name, view };
  if (mode === 'edit') {
    return (
      <RecordFrame {...frame} isEditing>
        <Suspense fallback={shown}>
          <EditForm
            {...{ table, customer, etag, drafts }}
            tab={openingTab(groups, tab)}
            onTab={setTab}
            onLeave={leave}
          />
        </Suspense>
      </RecordFrame>
    );
  }
  return (
    <RecordFrame {...frame} isEditing={notes.form !== undefined}>
      {notes.form && <NoteForm key={notes.form.note.noteId} {...notes.form} />}
      {table.mayNote && <PinnedNotes {...notes.list} />}
      {drafts.draft && view.edit && (
        <DraftNotice
          text={DESK.draft(shownTime(drafts.draft.at))}
          goOn={<ActionButton action={{ ...view.edit, text: DESK.continueEdit }} />}
          onDiscard={() => {
            drafts.forgetDraft();
            drafts.reload();
          }}
        />
      )}
      {shown}
      {mode === 'delete' && (
        <DeleteQuestion
          {...{ table, customer, name, etag }}
          onDeleted={drafts.forgetDraft}
          onLeave={() => setMode('view')}
        />
      )}
    </RecordFrame>
  );
}
