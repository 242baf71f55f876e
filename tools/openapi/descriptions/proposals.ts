import type { SchemaDescriptions } from './schema-descriptions.ts';

const reason = 'One sentence for a person.';

export const PROPOSALS: SchemaDescriptions = {
  CrmTableProposalRequest: {
    text: 'The beginning of a file, or a file in the bucket, for which a CRM table is proposed. Either `head` or `key` is needed.',
    properties: {
      fileName: 'Gives the table its prefix and its name. Needed with `head`; left out, that of `key`.',
    },
  },
  CrmTableChoices: {
    text: 'What a person has changed in an earlier proposal of the same file. Everything else is proposed as before.',
    properties: { columns: 'The changes of columns, at most one entry for each.' },
  },
  ColumnChoice: {
    text: 'What a person has chosen for a column: the members that are given.',
    properties: {
      type: 'Stays as it is; `warnings` names the values that an import rejects.',
    },
  },
  FileOptions: { text: 'How the file is read, as in an import; what is left out is detected.' },
  CrmTableProposal: {
    text: 'A CRM table that accepts every record that was read, and what an import of the file into it needs.',
    properties: {
      draft: 'Its members, with `prefix`, may be sent as a new CRM table, unchanged or changed.',
      columns: 'Each column of the file, with the reasons for the field that is proposed for it.',
      recordsRead: 'The records at the beginning of the file from which the proposal was made.',
      recordsUnreadable: 'Those of them that no CRM table accepts; `warnings` says why.',
      recordsRejected:
        'Those of them that an import rejects because of the choices; 0 without choices. `warnings` says why.',
      skipped: 'Lines and records above the header row, or above the first record, that are not imported.',
      rows: 'The first ten records.',
      warnings: 'What is doubtful about the file.',
      options: 'Options that an import of the file into the table needs.',
      mapping: 'The mapping that this import needs; empty if the columns find their fields without one.',
    },
  },
  ProposedDateForm: {
    text: 'A form in which nearly all values of a column are dates.',
    properties: {
      contradictingCount:
        'The values that are no dates in this form. If it is chosen, an import rejects their records.',
      contradicting: 'Up to five of these values.',
    },
  },
  ProposedCustomerId: {
    text: 'The column that identifies the customers.',
    properties: {
      column: 'The position of the column, counted from 1; null if Customer IDs have to be generated.',
      reason,
      contradicting:
        'Up to five values that prevent a column with a fitting name from being the Customer ID, or contradict the chosen column.',
    },
  },
  ProposedColumn: {
    text: 'A column of a file, and the field that is proposed for it.',
    properties: {
      name: 'The cell of the header row.',
      field:
        'The code of the field in `draft`; null for a column that is left out: the person chose so, or all codes are used.',
      contradictingCount: 'The number of values that contradict the type, or prevent a narrower one.',
      contradicting: 'Up to five of these values.',
      dateForms:
        'The forms in which nearly all values are dates; empty unless the column holds dates in another form than YYYY-MM-DD.',
      dateForm: 'The chosen form, if it is one of these: `mapping` then has it, too.',
      samples: 'Up to three of its values, each once.',
    },
  },
  FieldReasons: {
    text: 'The reasons for a proposed field.',
    properties: {
      code: 'Why it is this standard field, or a custom one.',
      type: reason,
      maxLength: reason,
      search: 'Why agents can search for customers by it, or why they cannot.',
    },
  },
  ValueExample: {
    text: 'A value of a file.',
    properties: {
      line: 'The line of the file on which its record begins, counted from 1.',
      value: 'At most 60 characters of it, with control characters escaped.',
    },
  },
};
