import type { SchemaDescriptions } from './schema-descriptions.ts';

const name = 'Unique within the CRM table, whatever its case.';
const isDefault =
  'Whether imports that name no definition use this one. At most one definition of a CRM table is the default.';
const options = 'How the file is read and what is done with its records.';
const mapping =
  'Which column feeds which field. With a header row, columns that it leaves out are mapped by label or code; without one, it names every column by position.';
const definition = {
  ...{ name, options, mapping, isDefault },
  version: 'Counted from 1; each update adds one.',
  tableVersion:
    'The version of the CRM table that was the published one at the last update; 0 if it was saved for the draft, before the first publication.',
};

export const DEFINITIONS: SchemaDescriptions = {
  ImportDefinition: {
    text: 'Options and a mapping for imports into one CRM table, stored under a name.',
    properties: definition,
  },
  ImportDefinitionVersion: { text: 'An import definition as one update left it.', properties: definition },
  NewImportDefinition: { text: 'An import definition to create.', properties: { name, options, mapping, isDefault } },
  ImportDefinitionUpdate: {
    text: 'An import definition after an update: each attribute must be given.',
    properties: { name, options, mapping, isDefault },
  },
  ImportDefinitionWarning: {
    text: 'A change to the CRM table that affects an import definition that was saved before it.',
    properties: { field: 'The code of the field.', detail: 'For a person.' },
  },
  ImportOptions: {
    text: 'How a file is read, and what an import does with its records. Each option that is left out is detected in the file or has its default.',
    properties: {
      encoding: 'Left out, it is detected.',
      compression: 'Left out, it is detected.',
      delimiter:
        'One character, or one of the names `comma`, `tab`, `semicolon` and `pipe`; returned as the character. Left out, it is detected.',
      consistentRead:
        'Whether customers are compared by a consistent read. It costs twice as much, and is needed only right after another import.',
    },
  },
  Encoding: { text: 'The character encoding of a file.' },
  Compression: { text: 'The compression of a file.' },
  CustomerIdOption: {
    text: '`column`: a column of the file holds the Customer IDs. `none`: the file has none, and they are generated.',
  },
  DuplicatesOption: {
    text: 'The record that counts when a Customer ID occurs more than once. `reject`: the first; the others fail. `first` and `last`: the others are ignored.',
  },
  ConflictsOption: {
    text: 'Whose values stay where a user changed a customer after the import compared it. `import-wins` writes the mapped fields, with a warning; `agent-wins` fails the record with `customer.changed-meanwhile`.',
  },
  BlankOption: { text: 'What a blank cell does to a stored value: `clear` it, or `keep` it.' },
  ImportMode: {
    text: '`upsert`: new customers are inserted, others updated. `insert-only`: existing customers are ignored. `update-only`: records of unknown customers fail.',
  },
  ColumnMapping: { text: 'The field that a column of a file feeds, and the replacements of its cells.' },
  ClearField: { text: 'In place of a value: clears the field.' },
};
