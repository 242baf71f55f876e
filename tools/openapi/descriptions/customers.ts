import type { SchemaDescriptions } from './schema-descriptions.ts';

export const CUSTOMERS: SchemaDescriptions = {
  DraftCheck: { text: 'How many stored customers the draft of a CRM table rejects.' },
  DraftFinding: {
    text: 'One reason why the draft rejects customers.',
    properties: { customers: 'How many of the checked customers have it.' },
  },
  Customer: { text: 'A customer, as your roles show it.' },
  NewCustomer: { text: 'A customer to create.' },
  CreatedCustomer: { text: 'The address of a customer that was created.' },
  CustomerUpdate: { text: 'Fields of a customer to update.' },
  UpdatedCustomer: { text: 'A customer after an update, as your roles show it.' },
  ValueWarning: { text: 'A doubt about a value that was stored.' },
  DeletionReason: { text: 'Why a customer is deleted.' },
  CustomerHistoryEvent: {
    text: 'A change of a customer by a person.',
    properties: {
      id: 'Never changes.',
      kind: '`created`, `updated` or `deleted`.',
      at: 'When the change was made.',
      changes: 'The fields that changed, as far as your roles show them.',
    },
  },
  CustomerHistoryEntry: {
    text: 'A change of a customer by a person or by an import (`imported`), a note, or the edit or deletion of a note.',
  },
  CustomerImportLine: {
    text: 'A change of a customer by an import. Its values are read by `importId`.',
    properties: { kind: 'Always `imported`.', importId: 'Of the import.' },
  },
  CustomerImportedChange: {
    text: 'What an import changed on a customer.',
    properties: { startedAt: 'When the import started.', importId: 'Of the import.' },
  },
  HistorySearch: {
    text: 'Conditions on entries of a history, all of which have to hold.',
    properties: { limit: 'How many to return at most.' },
  },
  FieldChange: {
    text: 'The old and the new value of a field.',
    properties: { old: 'Absent for none.', new: 'Absent for none.' },
  },
  CustomerSearch: {
    text: 'Conditions on customers, or the next page of an earlier search.',
    properties: { limit: 'How many to return at most.' },
  },
  FieldCondition: {
    text: 'A condition on one searchable field.',
    properties: {
      code: 'Of the field.',
      value:
        'Words in any order, whole or their beginnings; a telephone number in any format, or its last seven digits; an e-mail address or its beginning.',
    },
  },
  CustomerHit: { text: 'A customer that matches, with the Result columns of the CRM table.' },
  CustomerMatch: { text: 'A field by which a customer was found, and how.' },
  CustomerHitPage: { text: 'One page of matches.' },
  CustomersSearch: { text: 'A search in every CRM table that you may search.' },
  CustomerHitGroup: { text: 'The matches in one CRM table.' },
  SearchIndex: { text: 'Whether searches find every customer of a CRM table.' },
  SearchIndexProgress: { text: 'How far the job is that writes a search index.' },
  CustomerHitGroups: { text: 'The matches in several CRM tables.' },
  FieldConflict: {
    text: 'A field of a rejected update: the value before, the value now, and the value of the update.',
  },
};
