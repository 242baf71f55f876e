import type { SchemaDescriptions } from './schema-descriptions.ts';

const ofExport = {
  exportId: 'The id of the export; it begins with the prefix of its CRM table.',
  fileName: 'Of the file to download.',
  requestedBy: 'The id of the user who has started it.',
  attempt: 'Raised by each resumption.',
  reason: 'Why it has failed.',
};
const definition = { name: 'Unique in the CRM table, whatever its case.', prefix: 'Of the CRM table.' };

export const EXPORTS: SchemaDescriptions = {
  Export: { text: 'One run of an export.', properties: ofExport },
  ExportSummary: { text: 'An export in a list, without its files.', properties: ofExport },
  ExportCounts: { text: 'What an export has written.' },
  ExportFile: { text: 'A file of a completed export.' },
  ExportOptions: { text: 'What an export contains, and how its file is written.' },
  NewExport: { text: 'An export to start.' },
  ExportDefinition: { text: 'How customers of a CRM table are exported, stored under a name.', properties: definition },
  ExportDefinitionInput: {
    text: 'An export definition to create, or after an update.',
    properties: { name: definition.name },
  },
};
