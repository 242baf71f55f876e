export type { Definition } from './domain/definition.ts';
export {
  type Compression,
  CompressionSchema,
  type Encoding,
  EncodingSchema,
  type ImportOptions,
  type OptionChoices,
  OptionChoicesSchema,
  settleOptions,
} from './domain/import-options.ts';
export { type ColumnMapping, type Mapping, MappingSchema } from './domain/mapping.ts';
export { DynamoDefinitionReader } from './dynamodb/definition-reader.ts';
export type { DefinitionReader } from './ports.ts';
