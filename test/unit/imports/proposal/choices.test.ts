import { describe, expect, test } from '@jest/globals';
import type { ProposedColumn } from '../../../../functions/imports/domain/proposal/proposal.ts';
import { importedBy, propose } from '../../../support/proposed-import.ts';

const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;
const FILE = lines(
  'Customer ID,Surname,Joined,Visits,Policy',
  'A1,Lee,03/04/2026,3,P-1',
  'A2,Falk,5/6/2026,12,P-2',
  'A3,Ode,31/12/2025,many,P-2',
);

const NEARLY_DATES = lines(
  'Id,Joined',
  ...['31/12/2025', '03/04/2026', '30/04/2026', '28/02/2026', 'soon', '13/03/2026'].map((day, at) => `A${at},${day}`),
);

const formsOf = (column: ProposedColumn | undefined) => column?.dateForms.map(({ form }) => form);

async function chosen(choices: NonNullable<Parameters<typeof propose>[1]>['choices'], content = FILE) {
  const proposal = await propose(content, choices && { choices });
  const fieldOf = (position: number) => {
    const code = proposal.columns[position - 1]?.field;
    return proposal.draft.fields.find((field) => field.code === code);
  };
  return { ...proposal, fieldOf, warned: proposal.warnings.map(({ code, column }) => [code, column]) };
}

const failures = async (content: string, proposal: Parameters<typeof importedBy>[1]) =>
  (await importedBy(content, proposal)).flatMap(({ problems }) => problems);

describe('a date form that a person chooses', () => {
  test('is offered if every value is a date in it', async () => {
    const { columns, fieldOf } = await chosen({});
    expect(columns.map(formsOf)).toEqual([[], [], ['day-first'], [], []]);
    expect(fieldOf(3)?.type).toBe('text');
    expect(formsOf((await chosen({}, lines('Id,Day', 'A1,03/04/2026'))).columns[1])).toEqual([
      'day-first',
      'month-first',
    ]);
  });

  test('is offered with the values that contradict it if nearly all others are dates in it', async () => {
    const { columns, fieldOf } = await chosen({}, NEARLY_DATES);
    expect(columns[1]?.dateForms).toEqual([
      { form: 'day-first', contradictingCount: 1, contradicting: [{ line: 6, value: 'soon' }] },
    ]);
    expect(fieldOf(2)?.type).toBe('text');
  });

  test('makes a date field although a few values contradict it, which are named and counted', async () => {
    const choices = { columns: [{ column: 2, dateForm: 'day-first' as const }] };
    const found = await chosen(choices, NEARLY_DATES);
    expect(found.fieldOf(2)).toMatchObject({ type: 'date', maxLength: 10 });
    expect(found.columns[1]).toMatchObject({ contradictingCount: 1, contradicting: [{ line: 6, value: 'soon' }] });
    expect(found.columns[1]?.reasons?.type).toBe(
      'You chose that the day comes first. 5 of 6 values are such dates. An import rejects the records of the others.',
    );
    expect(found.warned).toEqual([['value.rejected', 2]]);
    expect(found.recordsRejected).toBe(1);
    expect(await failures(NEARLY_DATES, found)).toEqual(['value.not-a-date']);
  });

  test.each([
    ['years of two digits', '03/04/26'],
    ['days that no month has', '31/02/2026'],
    ['the form of a date field', '2026-04-03'],
    ['text', 'soon'],
  ])('is not offered for %s', async (_, value) => {
    expect(formsOf((await chosen({}, lines('Id,Day', `A1,${value}`))).columns[1])).toEqual([]);
  });

  test('makes a date field, and a mapping with which an import accepts every record', async () => {
    const found = await chosen({ columns: [{ column: 3, dateForm: 'day-first' }] });
    expect(found.fieldOf(3)).toMatchObject({ code: 'P021', type: 'date', maxLength: 10 });
    expect(found.columns[2]).toMatchObject({ dateForm: 'day-first', contradictingCount: 0 });
    expect(found.columns[2]?.reasons?.type).toBe('You chose that the day comes first. All 3 values are such dates.');
    expect(found.mapping).toEqual([{ column: 'Joined', field: 'P021', dateForm: 'day-first' }]);
    expect(found.warned).toEqual([]);
    expect(await failures(FILE, found)).toEqual([]);
    expect(await failures(FILE, { ...found, mapping: [] })).toHaveLength(3);
  });

  test('makes a field of date and time if a value has a time', async () => {
    const content = lines('Id,Seen', 'A1,3.4.2026 9:30', 'A2,3.4.2026 17:05:10');
    const found = await chosen({ columns: [{ column: 2, dateForm: 'day-first' }] }, content);
    expect(found.fieldOf(2)?.type).toBe('date-time');
    expect(await failures(content, found)).toEqual([]);
  });

  test('leaves the field text if a value is no date in it, and names the value', async () => {
    const found = await chosen({ columns: [{ column: 3, dateForm: 'month-first' }] });
    expect(found.fieldOf(3)?.type).toBe('text');
    expect(found.columns[2]).toMatchObject({ contradicting: [{ line: 4, value: '31/12/2025' }] });
    expect(found.columns[2]).not.toHaveProperty('dateForm');
    expect(await failures(FILE, found)).toEqual([]);
  });
});

describe('what a person changes in a proposal', () => {
  test('a label stays, and the mapping finds its column', async () => {
    const found = await chosen({ columns: [{ column: 5, label: 'Surname' }] });
    expect([found.fieldOf(2)?.label, found.fieldOf(5)?.label]).toEqual(['Surname 2', 'Surname']);
    expect(found.mapping).toContainEqual({ column: 'Policy', field: found.fieldOf(5)?.code });
    expect(await failures(FILE, found)).toEqual([]);
  });

  test('a code stays, also that of another column', async () => {
    const found = await chosen({ columns: [{ column: 5, code: 'P011' }] });
    expect(found.columns.map(({ field }) => field)).toEqual(['P008', 'P021', 'P022', 'P023', 'P011']);
  });

  test('a column that is left out has no field, no warning, and no effect on the standard fields of others', async () => {
    const found = await chosen({ columns: [{ column: 3, leaveOut: true }] });
    expect(found.columns.map(({ field }) => field)).toEqual(['P008', 'P011', null, 'P021', 'P022']);
    expect(found.warned).toEqual([]);
  });

  test('a type stays, and the values that it rejects are named', async () => {
    const found = await chosen({ columns: [{ column: 4, type: 'number' }] });
    expect(found.fieldOf(4)?.type).toBe('number');
    expect(found.columns[3]).toMatchObject({ contradicting: [{ line: 4, value: 'many' }] });
    expect(found.warned).toContainEqual(['value.rejected', 4]);
    expect(await failures(FILE, found)).toEqual(['value.not-a-number']);
  });

  test.each([
    [{ column: 2, maxLength: 3 }, { maxLength: 3 }, ['value.too-long']],
    [
      { column: 5, type: 'list' as const, listValues: ['P-1'] },
      { listValues: ['P-1'] },
      ['value.not-in-list', 'value.not-in-list'],
    ],
    [{ column: 5, search: true }, { flags: { search: true } }, []],
    [{ column: 2, search: false }, { flags: { search: false } }, []],
  ])('the choice %j stays, and the records that it rejects are counted', async (choice, field, rejections) => {
    const found = await chosen({ columns: [choice] });
    expect(found.fieldOf(choice.column)).toMatchObject(field);
    expect(found.recordsRejected).toBe(rejections.length);
    expect(await failures(FILE, found)).toEqual(rejections);
  });

  test('the choices of a proposed list are those of the person', async () => {
    const tiers = ['Gold', 'Silver'];
    const content = lines('Id,Tier', ...Array.from({ length: 20 }, (_, at) => `A${at},${tiers[at % 2]}`));
    const listValues = [...tiers, 'Tier of the founding members'];
    const found = await chosen({ columns: [{ column: 2, listValues }] }, content);
    expect(found.fieldOf(2)).toMatchObject({ type: 'list', listValues, maxLength: 50 });
    expect(found).toMatchObject({ recordsRejected: 0, columns: [{}, { contradictingCount: 0 }] });
  });

  test('a record that two choices reject is counted once', async () => {
    const found = await chosen({
      customerId: 5,
      columns: [
        { column: 4, type: 'number' },
        { column: 2, maxLength: 3 },
      ],
    });
    // The record of line 4 repeats a Customer ID and has no number; that of line 3 has a long surname.
    expect(found.recordsRejected).toBe(2);
  });

  test('a list has the values of the file as choices', async () => {
    const found = await chosen({ columns: [{ column: 5, type: 'list' }] });
    expect(found.fieldOf(5)).toMatchObject({ type: 'list', listValues: ['P-1', 'P-2'] });
    expect(found.columns[4]?.contradictingCount).toBe(0);
  });

  test('the Customer ID is the chosen column, and records that repeat it are named', async () => {
    const found = await chosen({ customerId: 5 });
    expect(found.fieldOf(5)).toMatchObject({ code: 'P008', label: 'Policy', type: 'text' });
    expect(found.customerId).toMatchObject({ column: 5, contradicting: [{ line: 4, value: 'P-2' }] });
    expect(found.warned).toContainEqual(['customer-id.rejects-records', 5]);
  });

  test('Customer IDs are generated if the person says so', async () => {
    const found = await chosen({ customerId: null });
    expect(found).toMatchObject({ customerId: { column: null }, options: { customerId: 'none' } });
    expect(await failures(FILE, found)).toEqual([]);
  });
});

const REJECTED: ReadonlyArray<[choices: Parameters<typeof chosen>[0], pointer: string, content?: string]> = [
  [{ columns: [{ column: 6 }] }, '/choices/columns/0/column'],
  [{ columns: [{ column: 1 }, { column: 1 }] }, '/choices/columns/1/column'],
  [
    {
      columns: [
        { column: 2, label: 'A' },
        { column: 3, label: 'a ' },
      ],
    },
    '/choices/columns/1/label',
  ],
  [{ columns: [{ column: 2, label: 'p012' }] }, '/choices/columns/0/label'],
  [
    {
      columns: [
        { column: 2, code: 'P012' },
        { column: 3, code: 'P012' },
      ],
    },
    '/choices/columns/1/code',
  ],
  [{ columns: [{ column: 2, code: 'P099' }] }, '/choices/columns/0/code'],
  [{ columns: [{ column: 2, code: 'P008' }] }, '/choices/columns/0/code'],
  [{ columns: [{ column: 2, type: 'list', listValues: ['a', 'a'] }] }, '/choices/columns/0/listValues/1'],
  [{ columns: [{ column: 2, type: 'multi-list', listValues: [] }] }, '/choices/columns/0/listValues'],
  [{ columns: [{ column: 1 }, { column: 2, type: 'notes', search: true }] }, '/choices/columns/1/search'],
  [{ customerId: 6 }, '/choices/customerId'],
  [{ customerId: 2, columns: [{ column: 2, leaveOut: true }] }, '/choices/customerId'],
];

test.each(REJECTED)('the choices %j are rejected, naming %s', async (choices, pointer, content = FILE) => {
  await expect(chosen(choices, content)).rejects.toMatchObject({ code: 'proposal.invalid', violations: [{ pointer }] });
});
