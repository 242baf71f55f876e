import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Field, PublishedTable } from '../../../functions/crm-tables/index.ts';
import type { Import } from '../../../functions/imports/domain/import.ts';
import { readImport } from '../../../functions/imports/use-cases/lifecycle/read-import.ts';
import { FakeAddresses } from '../../support/fake-addresses.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { textField, voucim } from '../../support/published-table.ts';
import { worldWithTable } from '../../support/world-with-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const caseFile = (name: string) => readFile(new URL(`../../support/cases/${name}.csv`, import.meta.url));

/** Imports files one after the other into one new table. */
async function importing(change: Partial<PublishedTable> = {}, limits: Record<string, number> = {}) {
  const { world, table, key } = worldWithTable(started, limits, { fields: [...voucim().fields], ...change });
  return { world, table, import: (body: string | Buffer, metadata = {}) => world.import(key('a.csv'), body, metadata) };
}

/** The lines of `warnings.csv` or `failures.csv`: line, Customer ID, field, column, value, code, reason. */
async function problems(world: ImportWorld, record: Import, name: 'warnings' | 'failures'): Promise<string[][]> {
  const text = await world.file(record, name);
  if (text === undefined) return [];
  const [, ...lines] = parse(text, { record_delimiter: '\r\n', bom: true }) as string[][];
  return lines.map((cells) => cells.slice(0, 7));
}

const invisibleIn = (found: string[][]) =>
  found.map(([line, , field, column, , code, reason = '']) =>
    [line, field, column, code, /contains (.*)\.$/.exec(reason)?.[1]].join(),
  );

describe('invisible characters', () => {
  test.each([
    [
      '10b-id-invisible',
      [
        '3,P008,1,value.invisible-character,U+200B at position 1',
        '4,P008,1,value.invisible-character,U+0020 at position 4',
        '5,P008,1,value.invisible-character,U+00AD at position 3',
      ],
      4,
    ],
    ['10-nbsp', ['3,P008,1,value.invisible-character,U+00A0 at position 3'], 3],
  ])('%s', async (name, expected, inserted) => {
    const { world, import: run } = await importing();
    const record = await run(await caseFile(name));
    const found = invisibleIn(await problems(world, record, 'warnings'));
    expect(found).toEqual(expected);
    expect(record).toMatchObject({ counts: { inserted, failed: 0 }, warnings: expected.length });
    expect((await world.file(record, 'warnings'))?.startsWith('\uFEFF')).toBe(name === '10-nbsp');
  });

  test('17c-lfcr: a carriage return after a line feed belongs to the next Customer ID', async () => {
    const { world, table, import: run } = await importing();
    const record = await run(await caseFile('17c-lfcr'));
    expect(invisibleIn(await problems(world, record, 'warnings'))).toEqual([
      '2,P008,1,value.invisible-character,U+000D at position 1',
      '3,P008,1,value.invisible-character,U+000D at position 1',
    ]);
    expect([...(await world.customers(table)).keys()].toSorted()).toEqual(['\rX4', '\rX5']);
  });

  test.each([
    ['a plain space around a Customer ID', '" C001 ",Falk\n', ['P008,U+0020 at position 1, U+0020 at position 6']],
    ['a tab and a line break around a text', 'A,"\tFalk\n"\n', ['P011,U+0009 at position 1, U+000A at position 6']],
    ['a byte-order mark inside a text', 'A,Fa\uFEFFlk\n', ['P011,U+FEFF at position 3']],
    [
      'more than three',
      'A,\u200Ba\u200Bb\u200Bc\u200B\n',
      ['P011,U+200B at position 1, U+200B at position 3, U+200B at position 5 and 1 more'],
    ],
    ['a joiner in a Customer ID', 'می\u200Cشد,Falk\n', ['P008,U+200C at position 3']],
    ['a joiner between Latin letters', 'A,Fa\u200Dlk\n', ['P011,U+200D at position 3']],
  ])('%s is named in a warning, and stored unchanged', async (_, row, expected) => {
    const { world, table, import: run } = await importing();
    const record = await run(`Customer ID,Last name\n${row}`);
    const found = await problems(world, record, 'warnings');
    expect(found.map(([, , field, , , , reason = '']) => `${field},${/contains (.*)\.$/.exec(reason)?.[1]}`)).toEqual(
      expected,
    );
    const [customerId, fields] = [...(await world.customers(table))][0] ?? [];
    expect(row.replaceAll('"', '')).toBe(`${customerId},${fields?.P011}\n`);
  });

  test.each([
    'می\u200Cخواهم',
    'क्\u200Dष',
    'മോഹന്\u200D',
    '👩\u200D💻',
    '❤\uFE0F',
    '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    'Zoë',
    'a\nb',
  ])('%j is spelled so, and no warning', async (name) => {
    const { world, import: run } = await importing();
    const record = await run(`Customer ID,Last name\nA,"${name}"\n`);
    expect([record.warnings, await world.file(record, 'warnings')]).toEqual([0, undefined]);
  });

  test('11-invisible: telephone numbers and addresses are found by search, and stored as typed', async () => {
    const { world, table, import: run } = await importing();
    const record = await run(await caseFile('11-invisible'));
    expect(record).toMatchObject({ counts: { inserted: 3 }, warnings: 0 });
    expect((await world.customers(table)).get('I1')?.P012).toBe('\u202A+44 1632 960001\u202C');
  });

  test('dates, numbers, amounts and yes or no are read without them', async () => {
    const typed: Field[] = (['date', 'number', 'currency', 'yes-no', 'time'] as const).map((type, at) =>
      textField(`P03${at}`, { type, label: type }),
    );
    const { world, import: run } = await importing({ fields: [...voucim().fields, ...typed] });
    const header = 'Customer ID,date,number,currency,yes-no,time\n';
    const record = await run(
      `${header}A,2024-02-29\u200B,\u00A07,1234.50\u2009,\uFEFFyes,10:30\uFE0F\nB,2024-02-30\u200B,,,,\n`,
    );
    expect(record).toMatchObject({ counts: { inserted: 1, failed: 1 }, warnings: 0 });
    expect(await problems(world, record, 'failures')).toEqual([
      [
        '3',
        'B',
        'P030',
        '2',
        '2024-02-30\\u200b',
        'value.not-a-date',
        'Field P030 value (2024-02-30\\u200b) is not a date (YYYY-MM-DD).',
      ],
    ]);
  });
});

describe('14-na: a value of the mapping that clears the field', () => {
  const withMapping = async (blank: 'keep' | 'clear', fields = [...voucim().fields]) => {
    const made = await importing({ fields });
    await made.import(await caseFile('14-na-1'));
    made.world.wait(120);
    made.world.definitions.saved.push({
      definitionId: 'd',
      prefix: made.table.prefix,
      name: 'Clearing',
      options: { blank },
      isDefault: true,
      version: 1,
      tableVersion: 1,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
      mapping: [
        { column: 'Phone', field: 'P012', values: { '#N/A': { clear: true } }, default: '01632 960009' },
        { column: 'Postcode', field: 'P018', values: { '#N/A': { clear: true } } },
      ],
    });
    return made;
  };

  test('clears the field with blank: keep, and takes no default', async () => {
    const { world, table, import: run } = await withMapping('keep');
    const record = await run(await caseFile('14-na-2'));
    expect(ImportWorld.counts(record)).toEqual({ updated: 2, inserted: 0, ignored: 0, failed: 0, total: 2 });
    expect(Object.fromEntries(await world.customers(table))).toEqual({
      A1: { P010: 'Ines', P011: 'Falk', P018: 'SW1A 1AA' },
      A2: { P010: 'Omar', P011: 'Reid-Hall', P012: '01632 960009' },
    });
    world.wait(120);
    expect(ImportWorld.counts(await run(await caseFile('14-na-2')))).toEqual({
      updated: 0,
      inserted: 0,
      ignored: 2,
      failed: 0,
      total: 2,
    });
  });

  test('clears the field with blank: clear, too', async () => {
    const { world, table, import: run } = await withMapping('clear');
    await run(await caseFile('14-na-2'));
    expect((await world.customers(table)).get('A1')).toEqual({});
  });

  test('fails a record whose required field it would clear', async () => {
    const fields = voucim().fields.map((field) => ({ ...field, required: field.required || field.code === 'P018' }));
    const { world, import: run } = await withMapping('keep', fields);
    const record = await run(await caseFile('14-na-2'));
    expect(ImportWorld.counts(record)).toEqual({ updated: 1, inserted: 0, ignored: 0, failed: 1, total: 2 });
    expect((await problems(world, record, 'failures')).map(([, id, field, , , code]) => [id, field, code])).toEqual([
      ['A2', 'P018', 'value.required'],
    ]);
  });

  test('a new customer has no such field', async () => {
    const { world, table, import: run } = await withMapping('keep');
    await run('Customer ID,Phone,Postcode\nA3,#N/A,#N/A\n');
    expect((await world.customers(table)).get('A3')).toEqual({});
  });
});

describe('16-excel-eq: spreadsheet formulas', () => {
  test('give a warning and are stored as typed', async () => {
    const { world, table, import: run } = await importing();
    const record = await run(await caseFile('16-excel-eq'));
    const found = await problems(world, record, 'warnings');
    expect(
      found.filter(([, , , , , code]) => code === 'value.formula').map(([line, , field]) => `${line} ${field}`),
    ).toEqual(['2 P008', '2 P012', '2 P018', '3 P008', '3 P012']);
    expect((await world.customers(table)).get('="000123"')).toMatchObject({ P018: '="01000"' });
  });

  test('are unwrapped where an option says so, Customer IDs excepted', async () => {
    const { world, table, import: run } = await importing();
    const record = await run(await caseFile('16-excel-eq'), { 'unwrap-formulas': 'yes' });
    expect((await world.customers(table)).get('="000123"')).toEqual({
      P011: 'Falk',
      P012: '01632960001',
      P018: '01000',
    });
    expect(record.warningCodes?.['value.formula']).toBe(2);
  });

  test.each([
    ['"=""a ""b"" c"""', '="a "b" c"'],
    ['=A1+B1', '=A1+B1'],
    ['"=""x"""', 'x'],
    ['= x', '= x'],
  ])('%s becomes %s', async (cell, stored) => {
    const { world, table, import: run } = await importing();
    await run(`Customer ID,Last name\nA,${cell}\n`, { 'unwrap-formulas': 'yes' });
    expect((await world.customers(table)).get('A')).toEqual({ P011: stored });
  });
});

test('24-types: a reason shows the expected form', async () => {
  const typed = [
    ['Born', 'date'],
    ['Balance', 'currency'],
    ['Newsletter', 'yes-no'],
    ['Interests', 'multi-list'],
    ['Points', 'number'],
  ] as const;
  const fields = typed.map(([label, type], at) =>
    textField(`P03${at}`, { label, type, listValues: type === 'multi-list' ? ['Sea', 'Ski'] : [] }),
  );
  const { world, import: run } = await importing({ fields: [...voucim().fields, ...fields] });
  const record = await run(await caseFile('24-types'));
  const reasons = (await problems(world, record, 'failures')).map(
    ([line, , field, , , , reason]) => `${line} ${field} ${reason}`,
  );
  expect(reasons).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^3 P030 .*\(03\/04\/1990\) is not a date \(YYYY-MM-DD\)\.$/),
      expect.stringMatching(
        /^2 P031 .*\(1\.234,50\) is not an amount \(digits, a point before at most four decimals: 1234\.50\)\.$/,
      ),
      expect.stringMatching(/^2 P032 .*\(WAHR\) is neither yes nor no \(yes, no, true, false, y, n, 1 or 0\)\.$/),
      expect.stringMatching(
        /^2 P033 .*\(Sea\|Ski\) is not in the list \(choices exactly as in the table, with ; between them\)\.$/,
      ),
      expect.stringMatching(/^3 P034 .*\(1,5\) is not a number \(digits, a point before decimals: -1234\.5\)\.$/),
    ]),
  );
});

describe('columns that are left out', () => {
  test('18b-two-match: they are named, and those that a proposal is sure of are warnings', async () => {
    const { world, import: run } = await importing();
    const record = await run(await caseFile('18b-two-match'));
    const names = ['Telephone', 'Post code', 'Email address'];
    expect(record.ignoredColumns?.map(({ name }) => name)).toEqual(names);
    expect(record).toMatchObject({ warnings: 3, warningCodes: { 'column.left-out': 3 } });
    expect(await world.file(record, 'log')).toContain(
      ': Columns not imported: 3 (Telephone), 4 (Post code), 5 (Email address)\n',
    );
    expect(
      (await problems(world, record, 'warnings')).map(([line, id, field, column, value, code]) =>
        [line, id, field, column, value, code].join(),
      ),
    ).toEqual([
      ',,P012,3,Telephone,column.left-out',
      ',,P018,4,Post code,column.left-out',
      ',,P019,5,Email address,column.left-out',
    ]);
  });

  test('a column that nothing is proposed for is named without a warning', async () => {
    const { import: run } = await importing();
    const record = await run('Customer ID,Last name,Shoe size\nA,Falk,44\n');
    expect(record).toMatchObject({ ignoredColumns: [{ position: 3, name: 'Shoe size' }], warnings: 0 });
  });

  test('a column without name and values, and a file whose columns are all imported, give no warning', async () => {
    const { import: run } = await importing();
    expect(await run('Customer ID,Last name,\nA,Falk,\n')).not.toHaveProperty('ignoredColumns');
    expect(await run('Customer ID,Last name\nA,Falk\n')).not.toHaveProperty('ignoredColumns');
  });
});

describe('failed records', () => {
  test('are listed in source order, with a byte-order mark only if the list contains more than ASCII', async () => {
    const rows = ['B', 'D', 'A', 'C', 'E'].map((id) => `${id},much too long\n`).join('');
    for (const [extra, hasMark] of [
      ['', false],
      ['Ü,much too long\n', true],
    ] as const) {
      const { world, import: run } = await importing(
        {},
        { writeRows: 1, differentiateBytes: 10, blockBytes: 1, partBytes: 20 },
      );
      const record = await run(`Customer ID,Postcode\n${rows}${extra}`);
      const lines = (await problems(world, record, 'failures')).map(([line]) => Number(line));
      expect(lines).toEqual([2, 3, 4, 5, 6, ...(extra ? [7] : [])]);
      expect((await world.file(record, 'failures'))?.startsWith('\uFEFF')).toBe(hasMark);
    }
  });

  test('a failure file with rejected duplicates is offered with a caution, and its log says why', async () => {
    const { world, import: run } = await importing();
    const record = await run('Customer ID,Postcode\nA,1\nA,2\nB,3\n');
    const { files } = await readImport({ ...world.ports, addresses: new FakeAddresses() }, record.importId);
    expect(files.flatMap(({ name, caution }) => (caution ? [name] : []))).toEqual(['a.csv.log.BulkCopy.txt']);
    expect(await world.file(record, 'log')).toContain('Importing this record would overwrite the first one.\nSee ');
  });
});
