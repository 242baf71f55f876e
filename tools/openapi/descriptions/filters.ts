import type { SchemaDescriptions } from './schema-descriptions.ts';

const filter = {
  name: 'Unique in the CRM table, whatever its case.',
  prefix: 'Of the CRM table.',
  filterId: 'The id of the filter.',
};

export const FILTERS: SchemaDescriptions = {
  Filter: { text: 'Saved conditions on the customers of a CRM table.', properties: filter },
  FilterInput: { text: 'A filter to create, or after an update.', properties: { name: filter.name } },
  FilterCondition: { text: 'A comparison of one field with a value.' },
  FilterGroup: { text: 'Conditions of which at least one has to hold.' },
  FilterWarning: { text: 'A field of the conditions that the CRM table no longer has.' },
  FilterCountRequest: { text: 'The conditions to count by, and where the count goes on.' },
  FilterCount: { text: 'What one request has counted.' },
};
