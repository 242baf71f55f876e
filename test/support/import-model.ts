import { isUtf8 } from 'node:buffer';
import type { Field, PublishedTable } from '../../functions/crm-tables/index.ts';
import type { Mapping } from '../../functions/definitions/index.ts';
import {
  decoded,
  ID,
  isUsable,
  type Layout,
  layOut,
  mainLineEnd,
  type ParsedRecord,
  parseRecords,
} from './import-model-layout.ts';

// The contract of the import: the result that a file must have, in the simplest form: whole files in memory, one
// record after the other. Files are "binary strings", one character per byte, so that no byte is lost on the way.

export type FailureFileName = 'BulkCopy' | 'Differentiate' | 'DifferentiateBulkCopy' | 'DifferentiateUpdate';

/** An item of the customers table. */
export interface ModelCustomer {
  readonly customerId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly version: number;
  readonly importId?: string | undefined;
  readonly deletedAt?: string | undefined;
}

export interface ModelInput {
  /** The file as UTF-8, with a byte-order mark if it was uploaded in another encoding. */
  readonly file: string;
  readonly table: PublishedTable;
  readonly options: {
    readonly delimiter?: string | undefined;
    readonly header?: boolean | undefined;
    readonly customerId: 'column' | 'none';
    readonly duplicates: 'reject' | 'first' | 'last';
    readonly blank: 'clear' | 'keep';
    readonly mode: 'upsert' | 'insert-only' | 'update-only';
    readonly strictFields: readonly string[];
  };
  readonly mapping: Mapping;
  readonly stored: readonly ModelCustomer[];
  readonly importId: string;
  readonly startedAt: string;
  /** The number of the first generated Customer ID. */
  readonly firstGenerated: number;
}

interface ModelCounts {
  updated: number;
  inserted: number;
  ignored: number;
  failed: number;
  total: number;
}

interface ModelResult {
  readonly counts: ModelCounts;
  readonly customers: ReadonlyMap<string, ModelCustomer>;
  readonly sorted: string;
  /** Absent unless the file was compared with the table. */
  readonly insert: string | undefined;
  readonly update: string | undefined;
  readonly failed: Readonly<Partial<Record<FailureFileName, string>>>;
  /** One for each reason: line, field, column, code, failure file. */
  readonly reasons: readonly string[];
  /** One for each warning: line, field, column, code. */
  readonly warnings: readonly string[];
  /** One for each update, in the order of the sorted file: the values that it changed, `null` for none. */
  readonly changes: readonly ModelChange[];
}

interface ModelChange {
  readonly customerId: string;
  readonly line: number;
  readonly before: Readonly<Record<string, string | null>>;
  readonly after: Readonly<Record<string, string | null>>;
}

function unreadable(
  record: ParsedRecord,
  layout: Layout,
  idColumn: number,
  width: number,
): [code: string, column?: number] | undefined {
  const bytes = Buffer.from(record.raw, 'latin1');
  if (!isUtf8(bytes)) return ['record.invalid-utf8'];
  if (bytes.includes(0)) return ['record.nul'];
  const long = record.cells.findIndex((cell) => [...decoded(cell)].length > 32_000);
  if (long !== -1) return ['record.field-too-long', long + 1];
  const noCustomer = noCustomerFault(record, layout);
  if (noCustomer) return [noCustomer];
  if (record.cells.length !== width) return ['record.field-count'];
  if (idColumn === -1) return undefined;
  const id = record.cells[idColumn] ?? '';
  if (id === '') return ['customer-id.blank', idColumn + 1];
  if (id === '.' || id === '..') return ['customer-id.not-addressable', idColumn + 1];
  if (id.length > 256) return ['customer-id.too-long', idColumn + 1];
  return undefined;
}

function noCustomerFault({ cells }: ParsedRecord, { header }: Layout): string | undefined {
  const own = cells.map(decoded);
  if (own.every((cell) => cell.trim() === '')) return 'record.blank';
  const isHeader = own.length === header?.length && own.every((cell, at) => cell === header[at]);
  const isMarkedHeader = header !== undefined && own.join('\0') === `\uFEFF${header.join('\0')}`;
  return isHeader || isMarkedHeader ? 'record.is-header' : undefined;
}

/** Each record that could be a customer has one cell more than the header row, and that cell is blank. */
function isWider(records: readonly ParsedRecord[], layout: Layout): boolean {
  const telling = records.filter((record) => {
    const fault = unreadable(record, layout, -1, layout.codes.length)?.[0];
    return fault === undefined || fault === 'record.field-count';
  });
  const hasExtraCell = ({ cells }: ParsedRecord) => cells.length === layout.codes.length + 1 && cells.at(-1) === '';
  return layout.header !== undefined && telling.length > 0 && telling.every(hasExtraCell);
}

/** The warnings about the whole file. */
function fileWarnings(layout: Layout, records: readonly ParsedRecord[], { table }: ModelInput): string[] {
  if (layout.header) return isWider(records, layout) ? ['|||file.trailing-delimiter'] : [];
  const [first] = records;
  const numbers = layout.codes.flatMap((code, position) => {
    const type = table.fields.find((field) => field.code === code)?.type;
    const cell = decoded(first?.cells[position] ?? '').trim();
    return cell !== '' && (type === 'number' || type === 'telephone') ? [cell] : [];
  });
  const isDoubtful = numbers.length > 0 && !numbers.some((cell) => /\d/.test(cell));
  const line = layout.head.split('\n').length + (first?.line ?? 0) - 1;
  return isDoubtful ? [`${line}|||header.doubtful`] : [];
}

/** The only telephone number that the cases have. */
export const TELEPHONE = '020 7946 0018';

/** The cases' values without format characters and no-break spaces. */
const visible = (value: string): string => value.replace(/[\p{Cf}\u00a0]/gu, '');

function valueFault({ code, type, maxLength }: Field, value: string, strict: readonly string[]): string | undefined {
  if ([...value].length > maxLength) return 'value.too-long';
  if (type === 'telephone' && strict.includes(code) && visible(value) !== TELEPHONE) return 'value.unparsed-telephone';
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(visible(value))) return 'value.not-a-number';
  return undefined;
}

/** The warnings about a written value. */
function valueDoubts({ type }: Field, value: string): string[] {
  if (type !== 'number' && /^=[\p{L}\p{N}"]/u.test(value)) return ['value.formula'];
  if (type === 'text' && /^[\p{Cc}\p{Cf}\p{Z}]|[\p{Cc}\p{Cf}\p{Z}]$|\p{Cf}/u.test(value))
    return ['value.invisible-character'];
  return type === 'telephone' && visible(value) !== TELEPHONE ? ['value.unparsed-telephone'] : [];
}

type Problem = [code: string, field?: string, column?: number | string];
type Fate = 'updated' | 'inserted' | 'ignored' | 'failed';

/** @returns undefined when the file is rejected as a whole */
export function modelImport(input: ModelInput): ModelResult | undefined {
  const { table, options } = input;
  const layout = layOut(input);
  if (!layout || !isUsable(layout, input)) return undefined;
  const body = layout.text.slice(layout.head.length);
  const parsed = parseRecords(body, layout.delimiter);
  if (!parsed || parsed.length === 0) return undefined;

  const idColumn = options.customerId === 'none' ? -1 : layout.codes.indexOf(ID);
  const firstLine = layout.head.split('\n').length;
  const width = layout.codes.length + (isWider(parsed, layout) ? 1 : 0);
  const lineEnd = mainLineEnd(layout.header ? layout.head : '', parsed, body);
  const records = parsed
    .map((record, ordinal) => ({
      ...record,
      ordinal,
      line: firstLine + record.line - 1,
      id: idColumn === -1 ? '' : (record.cells[idColumn] ?? ''),
      fault: unreadable(record, layout, idColumn, width),
    }))
    .toSorted((a, b) => compare(b.id, a.id) || compare(b.raw, a.raw) || a.ordinal - b.ordinal);

  const winners = new Map<string, number>();
  for (const { id, ordinal, fault } of records) {
    if (fault) continue;
    const best = winners.get(id);
    const better = best === undefined || (options.duplicates === 'last' ? ordinal > best : ordinal < best);
    if (better) winners.set(id, ordinal);
  }

  const customers = new Map(input.stored.map((customer) => [customer.customerId, customer]));
  const isBulkCopy = options.customerId === 'none' || (customers.size === 0 && options.mode !== 'update-only');
  const counts: ModelCounts = { updated: 0, inserted: 0, ignored: 0, failed: 0, total: records.length };
  const failed: Partial<Record<FailureFileName, string>> = {};
  const reasons: string[] = [];
  const warnings = fileWarnings(layout, parsed, input);
  const outputs = { insert: '', update: '' };
  const changes: ModelChange[] = [];
  const columns = layout.codes.flatMap((code, position) => {
    const field = table.fields.find((each) => each.code === code);
    return field && code !== ID ? [{ field, position, entry: layout.entries[position] }] : [];
  });

  for (const record of records) {
    const fail = (where: FailureFileName, problems: readonly Problem[]): Fate => {
      failed[where] = (failed[where] ?? layout.head) + record.raw + lineEnd;
      for (const [code, field = '', column = ''] of problems)
        reasons.push([record.line, field, column, code, where].join('|'));
      return 'failed';
    };
    const fateOf = (): Fate => {
      const early = isBulkCopy ? 'BulkCopy' : 'Differentiate';
      if (record.fault) return fail(early, [[record.fault[0], '', record.fault[1]]]);
      if (idColumn !== -1 && winners.get(record.id) !== record.ordinal) {
        return options.duplicates === 'reject' ? fail(early, [['customer-id.duplicate']]) : 'ignored';
      }
      const id = idColumn === -1 ? `${table.prefix}_${input.firstGenerated + record.ordinal}` : decoded(record.id);
      const cells = columns.map(({ field, position, entry }) => {
        const own = decoded(record.cells[position] ?? '');
        const value = entry?.values && Object.hasOwn(entry.values, own) ? (entry.values[own] ?? '') : own;
        if (typeof value !== 'string') return { field, column: position + 1, value: '', keeps: false };
        const keeps = options.blank === 'keep';
        return { field, column: position + 1, value: value === '' ? (entry?.default ?? '') : value, keeps };
      });
      const found = customers.get(id);
      const present = found && found.deletedAt === undefined ? found : undefined;
      const isEqual = cells.every(
        ({ field, value, keeps }) => value === (present?.fields[field.code] ?? '') || (value === '' && keeps),
      );
      if (!isBulkCopy && present) {
        if (isEqual || options.mode === 'insert-only') return 'ignored';
        outputs.update += record.raw + lineEnd;
      } else if (options.mode === 'update-only') return fail('Differentiate', [['customer.absent']]);
      else if (!isBulkCopy) outputs.insert += record.raw + lineEnd;

      const isUpdate = !isBulkCopy && present !== undefined;
      const where = isBulkCopy ? 'BulkCopy' : isUpdate ? 'DifferentiateUpdate' : 'DifferentiateBulkCopy';
      const problems = cells.flatMap(({ field, column, value, keeps }): Problem[] => {
        if (value === '') return field.required && !(isUpdate && keeps) ? [['value.required', field.code, column]] : [];
        const code = valueFault(field, value, options.strictFields);
        return code === undefined ? [] : [[code, field.code, column]];
      });
      const idField = table.fields.find(({ code }) => code === ID);
      const idFault = idField && valueFault(idField, id, []);
      if (idFault) problems.push(idColumn === -1 ? [idFault, ID] : [idFault, ID, idColumn + 1]);
      if (problems.length > 0) return fail(where, problems);
      if (idColumn === -1 && found) return fail(where, [['customer-id.taken']]);
      if (found?.deletedAt !== undefined && found.deletedAt >= input.startedAt)
        return fail(where, [['customer.deleted']]);

      const idDoubts = idField ? valueDoubts(idField, id) : [];
      for (const code of idDoubts)
        warnings.push([record.line, ID, idColumn === -1 ? '' : idColumn + 1, code].join('|'));
      for (const { field, column, value } of cells) {
        const doubts = value === '' ? [] : valueDoubts(field, value);
        for (const code of doubts) warnings.push([record.line, field.code, column, code].join('|'));
      }
      const fields: Record<string, string> = present ? { ...present.fields } : {};
      for (const { field, value, keeps } of cells) {
        if (value !== '') fields[field.code] = value;
        else if (!keeps) delete fields[field.code];
      }
      if (present) changes.push({ customerId: id, line: record.line, ...changedValues(present.fields, fields) });
      customers.set(id, { customerId: id, fields, version: (found?.version ?? 0) + 1, importId: input.importId });
      return present ? 'updated' : 'inserted';
    };
    counts[fateOf()] += 1;
  }

  return {
    counts,
    customers,
    sorted: records.map(({ raw }) => raw + lineEnd).join(''),
    insert: isBulkCopy ? undefined : outputs.insert,
    update: isBulkCopy ? undefined : outputs.update,
    failed,
    reasons,
    warnings,
    changes,
  };
}

function changedValues(
  old: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Pick<ModelChange, 'before' | 'after'> {
  const codes = Object.keys({ ...old, ...now }).filter((code) => old[code] !== now[code]);
  const of = (fields: Readonly<Record<string, string>>) =>
    Object.fromEntries(codes.map((code) => [code, fields[code] ?? null]));
  return { before: of(old), after: of(now) };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
