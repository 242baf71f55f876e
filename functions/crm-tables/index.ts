export type { Field, FieldType } from './domain/field.ts';
export { checkValue, requiredProblem, type ValueFinding } from './domain/field-value.ts';
export { unwrapFormula } from './domain/formula.ts';
export { type PublishedTable, PublishedTableSchema } from './domain/published-table.ts';
export { escapeControls, shownValue } from './domain/shown-value.ts';
export { CUSTOMER_ID_CODE, STANDARD_FIELDS, VIP_FIELD } from './domain/standard-fields.ts';
export { DynamoHighWaterMarks } from './dynamodb/high-water-marks.ts';
export { DynamoPublishedTableReader } from './dynamodb/published-table-reader.ts';
export type { HighWaterMarks, PublishedTableReader } from './ports.ts';
