import type { SchemaDescriptions } from './schema-descriptions.ts';

export const MAINTENANCE: SchemaDescriptions = {
  TableDeletionOrder: { text: 'CRM tables of one account, to be deleted together.' },
  ErasureOrder: { text: 'A person, and how files name the person.' },
  TableDeletionPreview: {
    text: 'What the deletion of CRM tables would delete.',
    properties: { tables: 'In the order of the request.' },
  },
  CrmTableContents: { text: 'How much belongs to a CRM table.' },
  DeletionBlocker: { text: 'What stands in the way of a deletion.', properties: { reason: 'And what to do.' } },
  MaintenanceJob: {
    text: 'What a worker does step by step. A job that has ended is its certificate.',
    properties: { kind: 'What the job does.', status: 'A rejected job has changed nothing.' },
  },
  MaintenanceStatus: { text: 'A job is rejected if something has come to use a CRM table in the same moment.' },
  RemovedCounts: { text: 'What was removed from one CRM table.' },
};
