export type { Definition } from './domain/definition.ts';
export { definitionViolations, isDateType, optionViolations } from './domain/fit-table.ts';
export {
  CompressionSchema,
  DelimiterSchema,
  type Encoding,
  EncodingSchema,
  type ImportOptions,
  mergeOptions,
  type OptionChoices,
  OptionChoicesSchema,
} from './domain/import-options.ts';
export {
  ClearSchema,
  type ColumnMapping,
  ColumnMappingSchema,
  type DateForm,
  DateFormSchema,
  type Mapping,
  MappingSchema,
  MOST_MAPPED_COLUMNS,
} from './domain/mapping.ts';
export type { DefinitionWarning } from './domain/table-changes.ts';
export { holdDefinition, releaseDefinition } from './dynamodb/definition-holders.ts';
export { definitionList } from './dynamodb/definition-item.ts';
export { definitionReader } from './dynamodb/definition-reader.ts';
export { definitionRemoval } from './dynamodb/definition-removal.ts';
export type { DefinitionReader } from './ports.ts';
export { definitionWarnings } from './use-cases/definition-warnings.ts';
