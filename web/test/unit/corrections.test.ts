import { describe, expect, test } from '@jest/globals';
import { cellsOf } from '../../../functions/imports/domain/csv/cells.ts';
import {
  type Corrections,
  cellOf,
  importedCells,
  replacements,
  withCells,
  withLeftOut,
} from '../../src/imports/correct/corrections-model.ts';
import { draftOf, storedDraft, withDraft } from '../../src/imports/correct/draft.ts';
import { openCorrections } from '../../src/imports/correct/load-model.ts';
import { nextWrongPlace } from '../../src/imports/correct/places-model.ts';
import { recordsOf } from '../../src/imports/correct/records-model.ts';
import { correctedFile, correctionOf, countOverwriting } from '../../src/imports/correct/send-model.ts';
import { insertion, join } from '../../src/imports/correct/shift-model.ts';
import { summaryOf } from '../../src/imports/correct/summary-model.ts';
import { csvOf } from '../../src/shared/csv.ts';

const flags = { search: false, insert: true, modify: true, result: true };
const field = (code: string, label: string, change: object = {}) => ({
  ...{ code, label, type: 'text' as const, maxLength: 10, required: false, listValues: [], strict: false, flags },
  tab: 'details',
  ...change,
});

const FIELDS = [
  field('P008', 'Customer ID', { maxLength: 20, required: true }),
  field('P018', 'Postcode', { maxLength: 8 }),
  field('P021', 'Joined', { type: 'date' }),
  field('P022', 'Lounge', { type: 'list', listValues: ['North', 'South'], required: true }),
];

type Rules = Parameters<typeof openCorrections>[0];

const RULES: Rules = {
  columns: {
    delimiter: ',',
    header: true,
    recordsFrom: 0,
    items: [
      { name: 'ID', field: 'P008' },
      { name: 'Left out', field: null },
      { name: 'Postcode', field: 'P018' },
      { name: 'Joined', field: 'P021', dateForm: 'day-first' },
      { name: 'Lounge', field: 'P022', values: { N: 'North' }, default: 'South' },
    ],
  },
  fields: FIELDS,
  defaultCountry: 'GB',
  options: {
    ...({ customerId: 'column', duplicates: 'reject', blank: 'clear', mode: 'upsert' } as const),
    ...{ dryRun: false, consistentRead: false, unwrapFormulas: false, strictFields: [] },
  },
};

type Line = readonly [customerId: string, column: string, value: string, code: string];

const opened = (text: string, lines: readonly Line[] = [], rules: Partial<Rules> = {}, isUpdate = false) =>
  openCorrections(
    { ...RULES, ...rules },
    {
      texts: [{ name: 'f', isUpdate, text }],
      lines: lines.map(([customerId, column, value, code], at) => ({
        ...{ line: String(at + 10), customerId, column, value, code, reason: `Because of ${code}.`, file: 'f' },
      })),
    },
  );

const faultsOf = (text: string, ...rest: [lines?: readonly Line[], rules?: Partial<Rules>, isUpdate?: boolean]) => [
  ...(opened(text, ...rest).rows[0]?.faults.keys() ?? []),
];

describe('a record whose values stand in the wrong columns', () => {
  const cells = (state: Corrections) => state.rows[0] && importedCells(state, state.rows[0]);
  const shift = (state: Corrections, name: 'insertion' | 'join', column: number) => {
    const [row] = state.rows;
    const changes = row && { insertion, join }[name](state, row, column);
    return changes && withCells(state, changes);
  };

  test('gets a blank cell where one is missing, and is right then', () => {
    const state = opened('A,YO1,03/04/2026,N\n');
    expect(summaryOf(state).wrong).toBe(1);
    const shifted = shift(state, 'insertion', 1);
    expect(shifted && cells(shifted)).toEqual(['A', '', 'YO1', '03/04/2026', 'N']);
    expect(shifted && summaryOf(shifted).wrong).toBe(0);
    // The draft of the tab holds it like any other correction.
    expect(shifted && withDraft(state, draftOf(shifted)).rows).toEqual(shifted?.rows);
  });

  test('gets no cell that would move a value out of the record', () => {
    expect(shift(opened('A,x,YO1,,N\n'), 'insertion', 1)).toBeUndefined();
    expect(shift(opened('A,x,YO1\n'), 'insertion', 5)).toBeUndefined();
  });

  test('has a value in one cell again that its delimiter divided', () => {
    const state = opened('A,Smith, Jo,YO1,03/04/2026,N\n');
    const joined = shift(state, 'join', 1);
    expect(joined && cells(joined)).toEqual(['A', 'Smith, Jo', 'YO1', '03/04/2026', 'N']);
    expect(joined && summaryOf(joined).wrong).toBe(0);
    expect(shift(state, 'join', 5)).toBeUndefined();
  });

  test('loses a blank cell by joining it with the next', () => {
    const joined = shift(opened('A,x,,YO1,,N\n'), 'join', 2);
    expect(joined && cells(joined)).toEqual(['A', 'x', 'YO1', '', 'N']);
    expect(joined && summaryOf(joined).wrong).toBe(0);
  });
});

describe('a failure file', () => {
  test('is divided into records and cells as an import divides it', () => {
    const text = 'a,"b,\n1",c\r\r\n\n"x ""y""",\rz\nq"1,"r" s,\n';
    expect(recordsOf(text, ',')).toEqual([
      ['a', 'b,\n1', 'c'],
      ['x "y"', '\rz'],
      ['q"1', '"r" s', ''],
    ]);
  });

  test('keeps its cells when they are written and read again', () => {
    const cells = ['', 'a', '"', '""', ',', ';', '\n', '\r', 'a\r\nb', ' x ', '=1+1', '"a"b', '\u2028'];
    for (const delimiter of [',', ';', '\t', '|']) {
      const records = cells.flatMap((one) => cells.map((other) => [one, other])).concat(cells.map((cell) => [cell]));
      const text = csvOf(records, delimiter);
      expect(recordsOf(text, delimiter)).toEqual(records);
      expect(cellsOf(csvOf([['a', '"', delimiter]], delimiter).trimEnd(), delimiter)).toEqual(['a', '"', delimiter]);
    }
  });
});

describe('the cells of failed records', () => {
  test('are checked by the rules of the CRM table, after the mapping', () => {
    expect(faultsOf('A,x,YO1 7HH,31/12/2026,N\n')).toEqual([]);
    expect(faultsOf('A,x,much too long,12/31/2026,West\n')).toEqual([2, 3, 4]);
    // The default stands in for a blank cell.
    expect(faultsOf('A,x,,,\n')).toEqual([]);
    expect(faultsOf(',x,,,N\n')).toEqual([0]);
    expect(faultsOf(`A,${'x'.repeat(32_001)},,,N\n`)).toEqual([1]);
  });

  test('may be blank in an update that keeps blank cells', () => {
    const columns = {
      ...RULES.columns,
      items: RULES.columns.items.map(({ name, field: code }) => ({ name, field: code })),
    };
    const keeping = { columns, options: { ...RULES.options, blank: 'keep' as const } };
    expect(faultsOf('A,x,,,\n', [], keeping)).toEqual([4]);
    expect(faultsOf('A,x,,,\n', [], keeping as Partial<Rules>, true)).toEqual([]);
  });

  test('beyond the columns of the file have to be emptied; a record with too few has to be looked at', () => {
    const long = opened('A,x,YO1,,N,surplus\n');
    expect([...(long.rows[0]?.faults.keys() ?? [])]).toEqual([5]);
    const emptied = withCells(long, [{ index: 0, column: 5, value: '' }]);
    expect(summaryOf(emptied).wrong).toBe(0);
    const short = opened('A,x,YO1\n');
    expect(summaryOf(short)).toMatchObject({ wrong: 1 });
    expect(summaryOf(withCells(short, [{ index: 0, column: 4, value: 'North' }])).wrong).toBe(0);
  });

  test('of a strict field are rejected', () => {
    const fields = [...FIELDS.slice(0, 1), field('P018', 'Phone', { type: 'telephone', maxLength: 20 })];
    const columns = { ...RULES.columns, items: RULES.columns.items.slice(0, 3) };
    expect(faultsOf('A,x,none\n', [], { columns, fields })).toEqual([]);
    const options = { ...RULES.options, strictFields: ['P018'] };
    expect(faultsOf('A,x,none\n', [], { columns, fields, options })).toEqual([2]);
  });
});

describe('the reasons of the import', () => {
  const reasonsOf = (text: string, lines: readonly Line[]) =>
    opened(text, lines).rows.map(({ record: { cells, report } }) => [
      report?.line,
      `${cells[0]} ${cells[2]}`,
      report?.reasons.map(({ code }) => code).join(),
    ]);

  test('belong to the record with the same Customer ID and values; the records have the order of the source', () => {
    expect(
      reasonsOf('B,x,much too long,,N\nA,x,longer than that,,N\nA,x,much too long,,N\n', [
        ['A', '3', 'much too long', 'value.too-long'],
        ['A', '3', 'longer than that', 'value.too-long'],
        ['B', '3', 'much too long', 'value.too-long'],
      ]),
    ).toEqual([
      ['10', 'A much too long', 'value.too-long'],
      ['11', 'A longer than that', 'value.too-long'],
      ['12', 'B much too long', 'value.too-long'],
    ]);
  });

  test('have no line if two records have the same reasons', () => {
    expect(
      reasonsOf(',x,one,,N\n,x,two,,N\n', [
        ['', '1', '', 'customer-id.blank'],
        ['', '1', '', 'customer-id.blank'],
      ]),
    ).toEqual([
      [undefined, ' one', 'customer-id.blank'],
      [undefined, ' two', 'customer-id.blank'],
    ]);
  });

  test('leave out at first what no value corrects, and mark a Customer ID until it is another one', () => {
    const state = opened('A,x,YO1,,N\nB,x,YO1,,N\n', [
      ['A', '', '', 'customer-id.duplicate'],
      ['B', '', '', 'customer.absent'],
    ]);
    expect(state.rows.map(({ isLeftOut }) => isLeftOut)).toEqual([true, false]);
    expect(summaryOf(state)).toMatchObject({ wrong: 1, leftOut: 1 });
    const takenIn = withLeftOut(state, new Set([0]), false);
    expect([summaryOf(takenIn).wrong, countOverwriting(takenIn)]).toEqual([2, 1]);
    const corrected = withCells(takenIn, [
      { index: 0, column: 0, value: 'A2' },
      { index: 1, column: 0, value: 'B2' },
    ]);
    expect([summaryOf(corrected).wrong, countOverwriting(corrected)]).toEqual([0, 0]);
  });
});

describe('corrections', () => {
  const TEXT = 'A,x,much too long,,N\nB,x,much too long,,N\nC,x,much too long,,West\n';

  test('replace a value, or every value of a column, in the records that are not left out', () => {
    const state = withLeftOut(opened(TEXT), new Set([1]), true);
    const once = withCells(state, replacements(state, 2, 'much too long', 'YO1'));
    expect(once.rows.map((row) => cellOf(row, 2))).toEqual(['YO1', 'much too long', 'YO1']);
    const every = withCells(once, replacements(once, 4, undefined, 'South'));
    expect(every.rows.map((row) => cellOf(row, 4))).toEqual(['South', 'N', 'South']);
    expect(summaryOf(every)).toMatchObject({ wrong: 0, leftOut: 1 });
  });

  test('of the value in the file are none', () => {
    const state = opened(TEXT);
    const changed = withCells(state, [{ index: 0, column: 2, value: 'YO1' }]);
    const back = withCells(changed, [{ index: 0, column: 2, value: 'much too long' }]);
    expect(back.rows[0]?.edits.size).toBe(0);
    expect(withCells(state, [{ index: 0, column: 0, value: 'A' }])).toBe(state);
  });

  test('may not give two records the same Customer ID', () => {
    const state = withCells(opened(TEXT), [{ index: 1, column: 0, value: 'A' }]);
    expect(summaryOf(state).states.map(({ repeated }) => repeated !== undefined)).toEqual([false, true, false]);
  });

  test('survive a reload', () => {
    const state = opened(TEXT, [['C', '', '', 'customer-id.duplicate']]);
    const edited = withCells(withLeftOut(state, new Set([0]), true), [
      { index: 1, column: 2, value: 'YO1' },
      { index: 2, column: 2, value: 'YO1' },
    ]);
    const corrected = withLeftOut(edited, new Set([2]), false);
    const draft = draftOf(corrected);
    expect(draft.edits).toEqual([{ column: 2, value: 'YO1', rows: [1, 2] }]);
    expect(withDraft(state, draft)).toEqual(corrected);
    expect(storedDraft(JSON.stringify(draft))).toEqual(draft);
    for (const text of [null, '{', '[]', '{"edits":1}']) expect(storedDraft(text)).toBeUndefined();
  });

  test('go from one wrong cell to the next, and from the last to the first', () => {
    const state = opened(TEXT);
    const { states } = summaryOf(state);
    const next = (row: string, column: string) =>
      nextWrongPlace(state.rows, states, [0, 1, 2, 3, 4], 0, { row, column });
    expect(next('0', 'line')).toEqual({ row: '0', column: 'column-2' });
    expect(next('2', 'column-2')).toEqual({ row: '2', column: 'column-4' });
    expect(next('2', 'column-4')).toEqual({ row: '0', column: 'column-2' });
  });

  test('become a file with every column, and a request without options of its own', async () => {
    const state = withCells(withLeftOut(opened('A,"x,\n1",much too long,,N\nB,x,y,,N\n'), new Set([1]), true), [
      { index: 0, column: 2, value: 'YO1' },
    ]);
    const file = correctedFile(state, { fileName: 'a.csv.gz' });
    expect([file.name, await file.text()]).toEqual(['a.csv', 'ID,Left out,Postcode,Joined,Lounge\nA,"x,\n1",YO1,,N\n']);
    expect(correctionOf({ importId: 'i', prefix: 'P' }, state, file)).toEqual({
      ...{ prefix: 'P', fileName: 'a.csv', bytes: file.size, corrects: 'i' },
      options: { encoding: 'utf-8', compression: 'none', delimiter: ',', skipLines: 0 },
    });
  });
});
