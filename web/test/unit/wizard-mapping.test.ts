import { describe, expect, test } from '@jest/globals';
import {
  assign,
  type Edits,
  exchange,
  type Field,
  idColumn,
  inOrder,
  isDateField,
  mappedColumns,
  mappingOf,
  type Proposal,
  refine,
  reset,
  signatureOf,
  unfedFields,
  unmatchedColumns,
} from '../../src/imports/wizard/mapping-model.ts';
import { CUSTOMER_ID } from '../../src/shared/field-codes.ts';

const column = (position: number, name: string | undefined, field: string | null) => ({
  position,
  ...(name !== undefined && { name }),
  field,
  reason: field === null ? ('none' as const) : ('label' as const),
  confidence: field === null ? 0 : 1,
  samples: [],
});

const PROPOSAL: Proposal = {
  columns: [
    column(1, 'Id', CUSTOMER_ID),
    column(2, 'Notes', null),
    column(3, 'Town', 'P017'),
    column(4, undefined, 'P018'),
  ],
  mapping: [
    { column: 'Id', field: CUSTOMER_ID },
    { column: 'Notes', field: null },
    { column: 'Town', field: 'P017', values: { '-': { clear: true } }, default: 'Ghent' },
    { column: 4, field: 'P018', dateForm: 'day-first' },
  ],
};

const FIELDS = [
  { code: CUSTOMER_ID, label: 'Customer ID', required: true },
  { code: 'P017', label: 'Town', required: false },
  { code: 'P018', label: 'Postcode', required: false },
  { code: 'P020', label: 'Status', required: true },
] as Field[];

const columnsWith = (edits: Edits, takesIds = true) => mappedColumns(PROPOSAL, edits, takesIds);
const fieldsOf = (edits: Edits) => columnsWith(edits).map(({ choice }) => choice.field);

describe('the mapping without edits', () => {
  test('is the proposal, with its values, defaults and forms of dates', () => {
    expect(mappingOf(columnsWith({}))).toEqual(PROPOSAL.mapping);
  });

  test('leaves the Customer ID out when IDs are generated', () => {
    expect(mappingOf(columnsWith({}, false))[0]).toEqual({ column: 'Id', field: null });
    expect(idColumn(columnsWith({}, false))).toBeUndefined();
    expect(unfedFields(columnsWith({}, false), FIELDS, false).map(({ code }) => code)).toEqual(['P020']);
  });

  test('names a column without a header by its position', () => {
    expect(columnsWith({})[3]).toMatchObject({ title: 'Column 4', column: 4 });
  });
});

describe('a field', () => {
  test('is fed by one column: the one before feeds none any more', () => {
    const edits = assign(columnsWith({}), {}, 2, 'P017');
    expect(fieldsOf(edits)).toEqual([CUSTOMER_ID, 'P017', null, 'P018']);
    // The values and the default belonged to the other column.
    expect(mappingOf(columnsWith(edits))[1]).toEqual({ column: 'Notes', field: 'P017' });
  });

  test('is exchanged with that of another column, and back again without a trace', () => {
    const edits = exchange(columnsWith({}), {}, 2, 3);
    expect(fieldsOf(edits)).toEqual([CUSTOMER_ID, 'P017', null, 'P018']);
    expect(exchange(columnsWith(edits), edits, 2, 3)).toEqual({});
  });

  test('returns to its proposed column, which takes it from the column that has it', () => {
    const edits = assign(columnsWith({}), {}, 2, 'P017');
    const back = reset(columnsWith(edits), edits, 3);
    expect(fieldsOf(back)).toEqual([CUSTOMER_ID, null, 'P017', 'P018']);
    expect(columnsWith(back).map(({ isEdited }) => isEdited)).toEqual([false, false, false, false]);
  });

  test('that is chosen goes before a proposal that comes later', () => {
    expect(fieldsOf({ 2: { field: 'P018' } })).toEqual([CUSTOMER_ID, 'P018', 'P017', null]);
  });

  test('that no column feeds is listed, the required ones first', () => {
    const edits = assign(columnsWith({}), {}, 3, null);
    expect(unfedFields(columnsWith(edits), FIELDS, true).map(({ code }) => code)).toEqual(['P020', 'P017']);
  });
});

describe('values and default', () => {
  test('change without the field', () => {
    const edits = refine(columnsWith({}), {}, 3, { default: 'Bruges' });
    expect(mappingOf(columnsWith(edits))[2]).toEqual({ ...PROPOSAL.mapping[2], default: 'Bruges' });
  });

  test('of a column of dates have a form', () => {
    const edits = refine(columnsWith({}), {}, 3, { dateForm: 'day-first' });
    expect(mappingOf(columnsWith(edits))[2]).toEqual({ ...PROPOSAL.mapping[2], dateForm: 'day-first' });
    const none = refine(columnsWith(edits), edits, 3, { dateForm: undefined });
    expect(mappingOf(columnsWith(none))[2]).toEqual(PROPOSAL.mapping[2]);
    expect(['date', 'date-time', 'text'].map((type) => isDateField({ type } as Field))).toEqual([true, true, false]);
  });

  test('that are empty are not sent', () => {
    const edits = refine(columnsWith({}), {}, 3, { values: {}, default: '' });
    expect(mappingOf(columnsWith(edits))[2]).toEqual({ column: 'Town', field: 'P017' });
  });
});

describe('the rows', () => {
  test('begin with the columns without a proposal, and stay in their places while they are edited', () => {
    const order = (edits: Edits) => inOrder(columnsWith(edits), true).map(({ position }) => position);
    expect(order({})).toEqual([2, 1, 3, 4]);
    expect(order({ 2: { field: 'P020' } })).toEqual([2, 1, 3, 4]);
    expect(inOrder(columnsWith({}), false).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(unmatchedColumns(columnsWith({}))).toHaveLength(1);
  });

  test('of two ways to read a file differ by the names of the columns', () => {
    const other = { columns: [column(1, 'Id;Notes', null)] };
    expect(signatureOf(PROPOSAL)).not.toBe(signatureOf(other));
    expect(signatureOf(PROPOSAL)).toBe(
      signatureOf({ columns: PROPOSAL.columns.map((each) => ({ ...each, field: null })) }),
    );
  });
});
