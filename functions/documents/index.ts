export { documentRemoval } from './container.ts';
export { documentTableRemoval } from './use-cases/document-table-removal.ts';
export { personDocuments } from './use-cases/person-documents.ts';
export { removeDocumentsOfCustomer, removeDocumentsOfShard } from './use-cases/remove-uploads.ts';
