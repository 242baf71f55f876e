import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublishedTable } from '../../../functions/crm-tables/index.ts';
import type { Mapping } from '../../../functions/definitions/index.ts';
import type { Import } from '../../../functions/imports/domain/import.ts';
import { caseFile } from '../../support/case-file.ts';
import { type ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { voucim } from '../../support/published-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

interface Imported {
  readonly world: ImportWorld;
  readonly record: Import;
  readonly customers: Map<string, Record<string, string>>;
  readonly ids: string[];
  readonly log: string;
  /** Line and code of each line of `failures.csv`. */
  readonly failures: string[];
}

/** Imports a file into a table of the twelve standard fields. */
async function imported(
  file: string | Buffer,
  metadata: Record<string, string> = {},
  setting: { readonly limits?: Record<string, number>; readonly mapping?: Mapping } = {},
): Promise<Imported> {
  tables += 1;
  const world = started.world({ limits: setting.limits ?? {} });
  const table: PublishedTable = voucim({ prefix: `C${String(tables).padStart(5, '0')}` });
  world.tables.publish(table);
  if (setting.mapping) {
    world.definitions.saved.push({
      ...{ definitionId: 'd', prefix: table.prefix, name: 'Weekly', options: {}, mapping: setting.mapping },
      ...{ isDefault: true, version: 1, tableVersion: 1 },
      ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
    });
  }
  const record = await world.import(`uploads/${table.prefix}/a.csv`, file, metadata);
  const customers = await world.customers(table);
  const lines = (await world.file(record, 'failures'))?.replace('\uFEFF', '').split('\r\n').slice(1, -1) ?? [];
  const failures = lines.map((line) => /^(\d+),.*?([a-z-]+\.[a-z0-9-]+),/.exec(line)?.slice(1).join(' ') ?? line);
  return {
    ...{ world, record, customers, ids: [...customers.keys()].toSorted() },
    ...{ log: (await world.file(record, 'log')) ?? '', failures: failures.toSorted() },
  };
}

const counts = (updated: number, inserted: number, ignored: number, failed: number) => ({
  ...{ updated, inserted, ignored, failed },
  total: updated + inserted + ignored + failed,
});

const LABELS =
  'Customer ID,Title,First name,Last name,Phone,Mobile,Address line 1,Address line 2,Address line 3,Address line 4,Postcode,E-mail';
const person = (id: string) => `${id},Ms,Ines,Falk,01632 960001,,1 High St,,,Leeds,LS1 1AA,ines@example.com`;

describe('a line sep= above the records', () => {
  test.each([
    ['01-sep-line.csv', ['S1', 'S2']],
    ['01b-sep-line-quoted.csv', ['S3']],
    ['01c-sep-noheader.csv', ['S4']],
  ])('%s: it sets the delimiter and is skipped', async (name, ids) => {
    const { record, ids: found, log } = await imported(caseFile(name));
    expect(record).toMatchObject({ status: 'completed', counts: counts(0, ids.length, 0, 0) });
    expect(found).toEqual(ids);
    expect(log).toMatch(/Not imported: line 1, ""?sep=[;,]"?"\n/);
  });

  test('may name an uncommon delimiter, and follow a byte-order mark', async () => {
    const { record, world } = await imported('\uFEFFSEP=~\r\nCustomer ID~Postcode\r\nA~LS1\r\nB~much too long\r\n');
    expect(record.counts).toEqual(counts(0, 1, 0, 1));
    const failed = await world.file(record, 'BulkCopy');
    expect(failed).toBe('\uFEFFSEP=~\r\nCustomer ID~Postcode\r\nB~much too long\r\n');
    const again = await world.import(`uploads/${record.prefix}/b.csv`, (failed ?? '').replace('much too long', 'LS2'));
    expect(again.counts).toEqual(counts(0, 1, 0, 0));
  });

  test('has lower precedence than the option, and is still skipped', async () => {
    const { record, failures } = await imported('sep=;\nCustomer ID,Postcode\nA,LS1\nB\n', { delimiter: 'comma' });
    expect(record.counts).toEqual(counts(0, 1, 0, 1));
    expect(failures).toEqual(['4 record.field-count']);
  });
});

describe('a header row below other records', () => {
  test.each([
    ['02-preamble-footer.csv', ['R1', 'R2', 'Total: 2'], counts(0, 3, 0, 0)],
    ['02b-preamble-short.csv', ['R1'], counts(0, 1, 0, 1)],
    ['02c-preamble-12cols.csv', ['P1', 'P2', 'Total: 2'], counts(0, 3, 0, 0)],
  ])('%s: is found, and the records above it are skipped and logged', async (name, ids, expected) => {
    const { record, ids: found, log } = await imported(caseFile(name));
    expect(record.counts).toEqual(expected);
    expect(found).toEqual(ids);
    expect(log).toMatch(/Not imported: line 1, ".*Customer list - City Breaks.*"\n/);
    expect(log).toMatch(/Not imported: line 2, ".*Created 2026-11-28.*"\n/);
  });

  test('is found after nineteen records, and not after twenty', async () => {
    const file = (titles: number) => `${'Title of a report\n'.repeat(titles)}${LABELS}\n${person('A')}\n`;
    expect((await imported(file(19), {}, { limits: { scanBytes: 30 } })).ids).toEqual(['A']);
    const { record } = await imported(file(20));
    expect(record.rejection).toMatchObject({ code: 'file.no-usable-header' });
    expect(record.rejection?.reason).toContain('It reads: "Title of a report".');
  });

  test('needs two names, and names in more than half of its cells that are not blank', async () => {
    const { record } = await imported(`Report\nCustomer ID,Phone,a,b\nA,1,2,3\n`);
    expect(record.rejection).toMatchObject({ code: 'file.no-usable-header' });
    const { ids } = await imported(`Report\nCustomer ID,Phone,a,\nA,1,2,3\n`);
    expect(ids).toEqual(['A']);
  });

  test('is found by the columns of a mapping, and is named if a column is missing', async () => {
    const mapping: Mapping = [
      { column: 'Kundennr', field: 'P008' },
      { column: 'Nachname', field: 'P011' },
    ];
    const file = 'Kundenliste\n"Stand: heute"\nKundennr;Nachname;Ort\nA;Falk;Ulm\n';
    expect((await imported(file, {}, { mapping })).ids).toEqual(['A']);
    const { record } = await imported(file.replace(';Nachname', ';Name'), {}, { mapping });
    expect(record.rejection).toMatchObject({ code: 'mapping.unknown-column' });
  });

  test('skip-lines sets its position, and ends the search', async () => {
    const file = `"An open quote\nCustomer ID,Phone\n${LABELS}\n${person('A')}\n`;
    const { ids, log } = await imported(file, { 'skip-lines': '2' });
    expect(ids).toEqual(['A']);
    expect(log).toContain('Not imported: line 1, ""An open quote"\n');
    const { record } = await imported(`Report\n${LABELS}\n${person('A')}\n`, { 'skip-lines': '0' });
    expect(record.rejection).toMatchObject({ code: 'file.no-usable-header' });
    const without = await imported(`Report\n${person('A')}\n`, { 'skip-lines': '1' });
    expect(without.ids).toEqual(['A']);
    const beyond = await imported(`${LABELS}\n${person('A')}\n`, { 'skip-lines': '9' });
    expect(beyond.record.rejection).toMatchObject({ code: 'file.no-records' });
    const wrong = await imported(`${LABELS}\n`, { 'skip-lines': 'two' });
    expect(wrong.record.rejection?.reason).toContain(
      'skip-lines: The number of lines to skip must be written in digits.',
    );
  });
});

describe('records that are not customers', () => {
  test('03: lines of nothing but commas fail as blank', async () => {
    const { record, failures, ids } = await imported(caseFile('03-comma-rows.csv'));
    expect(record.counts).toEqual(counts(0, 2, 0, 240));
    expect(new Set(failures.map((line) => line.split(' ')[1]))).toEqual(new Set(['record.blank']));
    expect(ids).toEqual(['E1', 'E2']);
  });

  test('03b: they fail also in a file without Customer IDs', async () => {
    const { record, failures } = await imported(caseFile('03b-comma-rows-noid.csv'), { 'customer-id': 'none' });
    expect(record.counts).toEqual(counts(0, 2, 0, 7));
    expect(failures).toContain('3 record.blank');
    expect(new Set(failures.map((line) => line.split(' ')[1]))).toEqual(new Set(['record.blank']));
  });

  test('03c: cells of spaces and of quotes are blank, whatever their number', async () => {
    const { record, failures } = await imported(caseFile('03c-spaces-rows.csv'));
    expect(record.counts).toEqual(counts(0, 1, 0, 2));
    expect(failures).toEqual(['3 record.blank', '4 record.blank']);
  });

  test('a repeated header row fails, with and without Customer IDs, quoted and after a byte-order mark', async () => {
    const header = 'Title,Last name';
    const file = `${header}\nMs,Falk\n${header}\n"Title","Last name"\n\uFEFF${header}\nTitle,Falk\n`;
    const { record, failures } = await imported(file, { 'customer-id': 'none' });
    expect(record.counts).toEqual(counts(0, 2, 0, 3));
    expect(failures).toEqual(['3 record.is-header', '4 record.is-header', '5 record.is-header']);
    const withIds = await imported(`Customer ID,Phone\nA,1\nCustomer ID,Phone\n`);
    expect(withIds.failures).toEqual(['3 record.is-header']);
    expect(withIds.ids).toEqual(['A']);
  });

  test('a blank record and a second header row do not count as occurrences of an ID', async () => {
    const { record } = await imported('Customer ID\nA\nCustomer ID\nCustomer ID\n" "\n\u00a0\n');
    expect(record.counts).toEqual(counts(0, 1, 0, 4));
  });
});

describe('line ends', () => {
  test.each(['17-crcrlf.csv', '17d-crcrlf-postcode.csv', '17f-crcrlf-id-last.csv'])(
    '%s: carriage returns before a line feed belong to the line end',
    async (name) => {
      const { record, customers, ids } = await imported(caseFile(name), {}, { limits: { scanBytes: 5 } });
      expect(record).toMatchObject({ status: 'completed', warnings: 0 });
      expect(JSON.stringify([...customers])).not.toContain('\\r');
      expect(ids).toEqual(name.startsWith('17-') ? ['X1', 'X2'] : ['X6', 'X7']);
    },
  );

  test('17e after 17f: the second file changes nothing', async () => {
    const { world, record } = await imported(caseFile('17d-crcrlf-postcode.csv'));
    const second = await world.import(`uploads/${record.prefix}/b.csv`, caseFile('17e-clean-postcode.csv'));
    expect(second.counts).toEqual(counts(0, 0, 2, 0));
  });

  test('17c: a carriage return after a line feed begins the next cell', async () => {
    const { record, ids, failures } = await imported(caseFile('17c-lfcr.csv'));
    expect(record.counts).toEqual(counts(0, 2, 0, 1));
    expect(ids).toEqual(['\rX4', '\rX5']);
    expect(failures).toEqual(['4 record.blank']);
  });

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text), {}],
    ['UTF-8 after a byte-order mark', (text: string) => Buffer.from(`\uFEFF${text}`), {}],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'), {}],
    ['gzip', (text: string) => gzipSync(text), {}],
    ['a delimiter option', (text: string) => Buffer.from(text.replaceAll(',', '~')), { delimiter: '~' }],
  ])('carriage returns alone end the lines of a file of %s', async (_, encode, metadata) => {
    const file = 'Customer ID,Last name,Postcode\rA,"Fa\rlk",LS1\r\rB,Reid,much too long\rC,Nagy,LS3';
    const { record, world, customers, failures, log } = await imported(encode(file), metadata);
    expect(record.counts).toEqual(counts(0, 2, 0, 1));
    expect(customers.get('A')).toEqual({ P011: 'Fa\rlk', P018: 'LS1' });
    expect(failures).toEqual(['4 value.too-long']);
    expect(log).toContain('lines end in carriage returns');
    const failed = (await world.file(record, 'BulkCopy'))?.replaceAll('~', ',');
    expect(failed).toBe('\uFEFFCustomer ID,Last name,Postcode\nB,Reid,much too long\n');
  });

  test('a line feed after far more than 256 KB of carriage returns ends a line too', async () => {
    const rows = Array.from({ length: 30_000 }, (_, n) => `N${n},${'x'.repeat(5)}`);
    const { record } = await imported(`Customer ID,Last name\r${rows.join('\r')}\nY,y\r\nZ,z\n`, { 'dry-run': 'yes' });
    expect(record.counts).toEqual(counts(0, 30_002, 0, 0));
  });

  test('an empty line of more carriage returns than a range holds is not a record', async () => {
    const file = `Customer ID,Last name\nA,b\n${'\r'.repeat(300)}\nB,c\n\r\r\rC,d\n`;
    const { record, ids } = await imported(file, {}, { limits: { scanBytes: 7 } });
    expect(record.counts).toEqual(counts(0, 3, 0, 0));
    expect(ids).toEqual(['\r\r\rC', 'A', 'B']);
  });
});

describe('a file that is not CSV is rejected by its format, with advice', () => {
  test.each([
    ['23-xlsx-renamed.csv', /an Excel workbook \(\.xlsx\)\. Open it in the spreadsheet program and save it as CSV/],
    ['23b-zip.csv', /a zip archive\. Unpack it/],
    ['23c-xls-ole.csv', /an old Excel workbook \(\.xls\)\. Open it/],
    ['23d-html.csv', /an HTML page\. .*save it as CSV/],
    ['23e-json.csv', /JSON\. Export the customers as CSV/],
    ['23f-pdf.csv', /a PDF document\. Export the customers as CSV/],
    ['23g-spreadsheetml.csv', /an Excel workbook saved as XML \(SpreadsheetML\)\. Open it/],
  ])('%s', async (name, reason) => {
    const { record, log } = await imported(caseFile(name));
    expect(record).toMatchObject({ status: 'rejected', rejection: { code: 'file.not-csv' } });
    expect(record.rejection?.reason).toMatch(reason);
    expect(log).toContain(record.rejection?.reason);
  });

  test.each<[name: string, file: string | Buffer, reason: RegExp]>([
    ['gzip within gzip', gzipSync(gzipSync('Customer ID\nA\n')), /^Unpacked with gzip, the file is not CSV: .*gzip/],
    ['a workbook within gzip', gzipSync(caseFile('23-xlsx-renamed.csv')), /^Unpacked with gzip, .* Excel workbook/],
    ['a 7-Zip archive', Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1'), /a 7-Zip archive/],
    ['JSON lines', '{"Customer ID":"A","Phone":"1"}\n{"Customer ID":"B","Phone":"2"}\n', /JSON/],
    ['an HTML page in UTF-16', Buffer.from('\uFEFF<!DOCTYPE html>\n<p>Log in', 'utf16le'), /an HTML page/],
    ['XML of another kind', '<?xml version="1.0"?>\n<customers/>\n', /an XML document/],
    ['JSON of twelve cells a line', `[["${'a","'.repeat(11)}b"]]\n`, /JSON/],
  ])('%s', async (_, file, reason) => {
    const { record, ids } = await imported(file);
    expect(record.rejection).toMatchObject({ code: 'file.not-csv' });
    expect(record.rejection?.reason).toMatch(reason);
    expect(ids).toEqual([]);
  });

  test('records that only resemble another format are imported', async () => {
    const { ids } = await imported('Customer ID,Last name\n<html>,a\n"[{""a"":1}]",b\nPK,c\n');
    expect(ids).toEqual(['<html>', 'PK', '[{"a":1}]']);
  });

  test.each<[name: string, file: string, options: Record<string, string>, quoted: string]>([
    ['no header row', 'a\u0007b;c\n1;2\n', {}, 'It reads: "a\\u0007b;c".'],
    ['a long first line', `${'x'.repeat(100)}\n`, {}, `It reads: "${'x'.repeat(80)}…".`],
    ['no Customer ID', 'Postcode,Phone\nA,1\n', {}, 'It reads: "Postcode,Phone".'],
    ['an open quote', '"Customer ID,Phone\nA,1\n', {}, 'It reads: ""Customer ID,Phone".'],
    ['a line after skipped ones', 'Report\na,b\n1,2\n', { 'skip-lines': '1' }, 'It reads: "a,b".'],
  ])('a message about an unusable first line quotes it: %s', async (_, file, options, quoted) => {
    const { record } = await imported(file, options);
    expect(record.rejection?.reason).toContain(quoted);
  });
});

describe('a delimiter at the end of each record', () => {
  test.each([
    ['06a-rows-trailing.csv', ['U1', 'U2']],
    ['05-tablepress.csv', ['T1', 'T2', 'T3', 'T4']],
  ])('%s: is tolerated where every record has one', async (name, ids) => {
    const { record, ids: found } = await imported(caseFile(name), {}, { limits: { scanBytes: 9, writeRows: 1 } });
    expect(record.counts).toEqual(counts(0, ids.length, 0, 0));
    expect(found).toEqual(ids);
    expect(record.warningCodes).toMatchObject({ 'file.trailing-delimiter': 1 });
  });

  test('is tolerated by insert and update, too, and blank records and second header rows do not matter', async () => {
    const { world, record } = await imported('Customer ID,Last name\nA,a\nB,b\n');
    const file = 'Customer ID,Last name\nA,a,\nB,x,\n,,\nCustomer ID,Last name\nC,c,""\n';
    const second = await world.import(`uploads/${record.prefix}/b.csv`, file);
    expect(second.counts).toEqual(counts(1, 1, 1, 2));
  });

  test.each([
    ['one record has none', 'A,1,\nB,2\n', counts(0, 1, 0, 1)],
    ['one cell is not blank', 'A,1,\nB,2,3\n', counts(0, 0, 0, 2)],
    ['one cell is a space', 'A,1,\nB,2, \n', counts(0, 0, 0, 2)],
    ['every record has two', 'A,1,,\nB,2,,\n', counts(0, 0, 0, 2)],
  ])('is not tolerated where %s', async (_, rows, expected) => {
    const far = Array.from({ length: 40 }, (_, n) => `N${n},1,\n`).join('');
    expect((await imported(`Customer ID,Phone\n${rows}`)).record.counts).toEqual(expected);
    const { record } = await imported(`Customer ID,Phone\n${far}${rows}`, {}, { limits: { scanBytes: 50 } });
    expect(record.counts).toEqual({ ...expected, failed: expected.failed + 40, total: expected.total + 40 });
  });

  test('06b: records with fewer cells than the header row fail one by one', async () => {
    const { record, failures } = await imported(caseFile('06b-header-trailing.csv'));
    expect(record.counts).toEqual(counts(0, 0, 0, 2));
    expect(failures).toEqual(['2 record.field-count', '3 record.field-count']);
  });

  test('06c: a column without a name and without values is left out', async () => {
    const { record, ids } = await imported(caseFile('06c-both-trailing.csv'));
    expect(record).toMatchObject({ status: 'completed', warnings: 0, counts: counts(0, 2, 0, 0) });
    expect(ids).toEqual(['U5', 'U6']);
  });

  test('07: short records fail one by one, with counts that add up', async () => {
    const { record, failures } = await imported(caseFile('07-short-rows.csv'));
    expect(record.counts).toEqual(counts(0, 1, 0, 2));
    expect(failures).toEqual(['3 record.field-count', '4 record.field-count']);
  });
});

describe('a file without a header row whose first record may be one', () => {
  test('02d: is imported with a warning that quotes the record', async () => {
    const { record, world, ids } = await imported(caseFile('02d-german-header-12cols.csv'));
    expect(ids).toEqual(['G1', 'Kundennr']);
    expect(record.warningCodes).toMatchObject({ 'header.doubtful': 1 });
    expect(await world.file(record, 'warnings')).toMatch(/\n1,,,,"Kundennr,Anrede,.*header\.doubtful/);
  });

  test.each([
    ['one cell looks like its field', 'A,Ms,Ann,Falk,none,020 7946 0018,,,,York,unknown,unknown\n', undefined],
    ['no cell has a likeness', 'A,Ms,Ann,Falk,,,,,,York,,\n', undefined],
    ['the only cell with a likeness has none', 'A,Ms,Ann,Falk,,,,,,York,PLZ,\n', 1],
  ])('is imported without that warning if %s', async (_, first, warnings) => {
    const { record } = await imported(first + person('B'));
    expect(record.warningCodes?.['header.doubtful']).toBe(warnings);
  });
});

describe('a file whose records nearly all fail for the same reason', () => {
  test.each([
    ['06b-header-trailing.csv', '2 of 2 records failed for the same reason (record.field-count): '],
    ['03-comma-rows.csv', '240 of 242 records failed for the same reason (record.blank): '],
  ])('%s: the log begins with it', async (name, expected) => {
    const { log } = await imported(caseFile(name));
    expect(log.split('\n')[0]).toContain(expected);
  });

  test('07: fewer than nine of ten are not nearly all', async () => {
    const { log } = await imported(caseFile('07-short-rows.csv'));
    expect(log.split('\n')[0]).toContain('----- Import started -----');
  });

  test('records that fail for several reasons have no common reason', async () => {
    const { log } = await imported('Customer ID,Postcode\nA\n,x\nB,much too long\n');
    expect(log.split('\n')[0]).toContain('----- Import started -----');
  });
});

describe('header cells', () => {
  test('19: a definition for one file rejects another whose column was renamed, and names the columns', async () => {
    const mapping: Mapping = [
      { column: 'Kundennr', field: 'P008' },
      { column: 'Nachname', field: 'P011' },
      { column: 'Rufnummer', field: 'P012' },
    ];
    expect((await imported(caseFile('19-def-1.csv'), {}, { mapping })).ids).toEqual(['V1', 'V2']);
    const { record } = await imported(caseFile('19-def-2.csv'), {}, { mapping });
    expect(record.rejection?.reason).toBe(
      'The mapping names the column "Rufnummer", which the header row does not have. It has "Kundennr", "Nachname", "Telefonnummer".',
    );
  });

  test('10: no-break spaces around header cells are ignored', async () => {
    const { record, customers } = await imported(caseFile('10-nbsp.csv'));
    expect(record.counts).toEqual(counts(0, 3, 0, 0));
    expect(customers.get('N1')).toMatchObject({ P011: 'Falk' });
  });
});
