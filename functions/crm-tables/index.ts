export { CUSTOMER_ID_CODE, FieldCodeSchema, isFieldCode, TablePrefixSchema } from '../shared/domain/crm-table-names.ts';
export { cellValue } from './domain/cell-value.ts';
export { completeDraft } from './domain/complete-draft.ts';
export { DATE_FORMS, withIsoDate } from './domain/date-form.ts';
export { type Draft, DraftSchema } from './domain/draft.ts';
export { type Field, FieldSchema, type FieldType } from './domain/field.ts';
export { assignCodes, isKnownCode } from './domain/field-codes.ts';
export { checkValue, requiredProblem, type ValueFinding } from './domain/field-value.ts';
export { isIndexed } from './domain/indexed.ts';
export { withoutInvisible } from './domain/invisible.ts';
export { normaliseForSearch, normaliseText } from './domain/normalise.ts';
export { type PublishedTable, PublishedTableSchema } from './domain/published-table.ts';
export { SEARCHABLE_TYPES } from './domain/searchable-types.ts';
export { escapeControls, shownValue } from './domain/shown-value.ts';
export {
  DETAILS_TAB,
  MAX_CUSTOMER_ID_BYTES,
  STANDARD_FIELDS,
  VIP_FIELD,
} from './domain/standard-fields.ts';
export { hasLostZero, toE164 } from './domain/telephone.ts';
export { isTelephoneCountry } from './domain/telephone-countries.ts';
export { planOfCountry } from './domain/telephone-plan.ts';
export { closeTable, findTable, nameOfTable, releaseTable, reopenTable, requireTable } from './dynamodb/closing.ts';
export { DynamoHighWaterMarks } from './dynamodb/high-water-marks.ts';
export { tableList } from './dynamodb/pointer-item.ts';
export { DynamoPublishedTableReader } from './dynamodb/published-table-reader.ts';
export { DynamoTableDirectory } from './dynamodb/table-directory.ts';
export { tableRemoval } from './dynamodb/table-removal.ts';
export { VersionCache } from './dynamodb/version-cache.ts';
export { tableVersions } from './dynamodb/version-item.ts';
export { onCrmTable, onCrmTableOrAll } from './on-crm-table.ts';
export type {
  CurrentFields,
  CurrentFieldsReader,
  DraftReader,
  HighWaterMarks,
  PublishedTableReader,
  TableDirectory,
} from './ports.ts';
export { requireFields } from './use-cases/require-fields.ts';
export { requirePublished, tableNotFound } from './use-cases/require-published.ts';
