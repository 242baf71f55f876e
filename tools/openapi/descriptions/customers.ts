import type { SchemaDescriptions } from './schema-descriptions.ts';

export const CUSTOMERS: SchemaDescriptions = {
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
  CustomerHistoryEntry: { text: 'A change of a customer: by a person, or by an import (`imported`).' },
  CustomerImportLine: {
    text: 'A change of a customer by an import. Its values are read by `importId`.',
    properties: { kind: 'Always `imported`.', importId: 'Of the import.' },
  },
  CustomerImportedChange: {
    text: 'What an import changed on a customer.',
    properties: { startedAt: 'When the import started.', importId: 'Of the import.' },
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
      value: 'The whole value, or its beginning from three characters on; telephone numbers are whole, in any format.',
    },
  },
  CustomerHit: { text: 'A customer that matches, with the Result columns of the CRM table.' },
  CustomerHitPage: { text: 'One page of matches.' },
  FieldConflict: {
    text: 'A field of a rejected update: the value before, the value now, and the value of the update.',
  },
};
