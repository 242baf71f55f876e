import type { Field } from '../field.ts';
import { isIndexed } from '../indexed.ts';
import type { PublishedTable } from '../published-table.ts';

/** What a publication changes in the search index of a table that may have customers. */
export interface IndexChange {
  /** The fields by which existing customers are found only when the index is written again. */
  readonly missing: readonly string[];
}

/** Undefined if existing customers are found as before. */
export function indexChange(before: PublishedTable | undefined, after: PublishedTable): IndexChange | undefined {
  if (!before) return undefined;
  const old = new Map(before.fields.filter(isIndexed).map((field) => [field.code, field]));
  const isRead = (field: Field) => field.type === 'telephone' && before.defaultCountry !== after.defaultCountry;
  const indexed = after.fields.filter(isIndexed);
  const missing = indexed.filter((field) => old.get(field.code)?.type !== field.type || isRead(field));
  const isLess = indexed.length - missing.length < old.size;
  if (missing.length === 0 && !isLess) return undefined;
  return { missing: missing.map(({ code }) => code) };
}
