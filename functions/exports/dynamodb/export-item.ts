import { foldName } from '../../shared/domain/text.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { EXPORT_PARTITIONS } from './partitions.ts';

const EXPORT_SORT_PREFIX = 'EXPORT#';
const DEFINITION_SORT_PREFIX = 'DEFINITION#';

const exportPartition = (tablePrefix: string): string => `${EXPORT_PARTITIONS.exports}${tablePrefix}`;
const definitionPartition = (tablePrefix: string): string => `${EXPORT_PARTITIONS.exportDefinitions}${tablePrefix}`;

/** The exports of a CRM table: an id without its prefix begins with the time. */
export function exportList(tablePrefix: string) {
  return { partition: exportPartition(tablePrefix), sortPrefix: EXPORT_SORT_PREFIX };
}

export function exportKey(tablePrefix: string, exportId: string): ControlKey {
  return { PK: exportPartition(tablePrefix), SK: `${EXPORT_SORT_PREFIX}${exportId}` };
}

export function exportDefinitionList(tablePrefix: string) {
  return { partition: definitionPartition(tablePrefix), sortPrefix: DEFINITION_SORT_PREFIX };
}

export function exportDefinitionKey(tablePrefix: string, id: string): ControlKey {
  return { PK: definitionPartition(tablePrefix), SK: `${DEFINITION_SORT_PREFIX}${id}` };
}

/** Reserves the name of an export definition within its CRM table, regardless of case. */
export function exportDefinitionNameKey({
  prefix,
  name,
}: {
  readonly prefix: string;
  readonly name: string;
}): ControlKey {
  return { PK: definitionPartition(prefix), SK: `NAME#${foldName(name)}` };
}

/** The last run of a schedule of exports, and how many could not start. */
export function exportRunKey(tablePrefix: string, scheduleId: string): ControlKey {
  return { PK: definitionPartition(tablePrefix), SK: `RUN#${scheduleId}` };
}

/** When the last completed export of a definition has started. */
export function lastExportKey(tablePrefix: string, id: string): ControlKey {
  return { PK: definitionPartition(tablePrefix), SK: `LAST#${id}` };
}
