export { exportDefinitionList, exportList } from './dynamodb/export-item.ts';
export { exportRemoval } from './dynamodb/export-removal.ts';
export { exportDefinitionRepository } from './dynamodb/export-repository.ts';
export { exportRuns } from './dynamodb/export-runs.ts';
export { exportFileRemoval } from './object-store/export-file-removal.ts';
export type { ExportDefinitionRepository, ExportRuns } from './ports.ts';
export { mayExportBy } from './use-cases/export-definition-use-cases.ts';
