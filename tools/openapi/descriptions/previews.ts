import type { SchemaDescriptions } from './schema-descriptions.ts';

const label = 'The label of the field.';

export const PREVIEWS: SchemaDescriptions = {
  PreviewRequest: {
    text: 'A file, or its beginning, and how it is to be imported. Either `key` or `head` is needed.',
    properties: {
      options: 'Each takes precedence over the same option of the definition.',
      mapping: 'Replaces the mapping of the definition.',
    },
  },
  Preview: {
    text: 'What an import would make of a file. Attributes that could not be found out are absent.',
    properties: {
      delimiter: 'The character between two cells.',
      customerIdFound: 'Whether a column feeds the Customer ID.',
      columns: 'Each column of the file, with the field that is proposed for it.',
      warnings: 'What is doubtful about the file.',
      estimate:
        'What an import with `mapping` would take; absent where it would be rejected, and for `head` unless the request asks for it.',
    },
  },
  PreviewColumn: {
    text: 'A column of a file, and the field that is proposed for it.',
    properties: {
      label,
      reason:
        'Why the field is proposed: the `mapping` of the request or the definition names the column; its header is the `label` or the `code` of the field, or a usual name of it (`header`); the `content` of its cells; its `position`. `none`: no field is proposed.',
      confidence: '1 is certain.',
      samples: 'Some values of the column, each once.',
      unknownValues: 'Cells that are no choice of its list field; records with one fail.',
    },
  },
  UnknownValue: {
    text: 'A cell that is no choice of the list field that its column feeds. The `values` of a mapping can replace it.',
    properties: { value: 'The whole cell.', records: 'How many of the records that were read have it.' },
  },
  ColumnsWithoutProposal: { text: 'What an import without the proposed mapping would do with the columns.' },
  ImportedColumn: {
    text: 'A column of a file that feeds a field.',
    properties: {
      position: 'Counted from 1.',
      name: 'The cell of the header row.',
      field: 'The code of the field.',
      label,
    },
  },
  SkippedLine: {
    text: 'A line or a record above the header row that is not imported.',
    properties: {
      line: 'The line of the file on which it begins, counted from 1.',
      text: 'Its beginning, with control characters escaped.',
    },
  },
  PreviewWarning: {
    text: 'A doubt about a file that does not prevent the import.',
    properties: {
      code: 'For a program; never changes.',
      detail: 'For a person: what is doubtful, and what to do.',
      examples: 'Up to five of the values that the warning is about.',
    },
  },
};
