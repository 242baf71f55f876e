import { describe, expect, test } from '@jest/globals';
import {
  choicesOf,
  chooseCustomerId,
  editColumn,
  faultsOf,
  NO_EDITS,
  reportedFor,
  resetColumn,
} from '../../src/crm-tables/from-file/proposal-model.ts';
import { readBeginning } from '../../src/shared/file-beginning.ts';

describe('the edits of a proposal', () => {
  const edits = editColumn(editColumn(NO_EDITS, 2, { label: ' Surname ', leaveOut: true }), 4, {
    dateForm: 'day-first',
  });

  test('are choices by column; a member is removed again', () => {
    expect(choicesOf(edits)).toEqual({
      columns: [
        { column: 2, label: 'Surname', leaveOut: true },
        { column: 4, dateForm: 'day-first' },
      ],
    });
    expect(choicesOf(editColumn(edits, 2, { leaveOut: undefined })).columns?.[0]).toEqual({
      column: 2,
      label: 'Surname',
    });
    expect(choicesOf(resetColumn(edits, 2)).columns).toHaveLength(1);
  });

  test('are not sent while they are wrong in themselves', () => {
    const wrong = editColumn(edits, 2, { label: ' ', code: 'P1' });
    expect(choicesOf(wrong).columns?.[0]).toEqual({ column: 2, leaveOut: true });
    expect(Object.keys(faultsOf(wrong).get(2) ?? {})).toEqual(['label', 'code']);
    expect(faultsOf(edits).size).toBe(0);
  });

  test('have a fault for a length that no field can have', () => {
    const lengths = [0, 32_001, 1.5, Number.NaN, 32_000];
    const found = lengths.map((maxLength) => {
      const edited = editColumn(NO_EDITS, 2, { maxLength });
      return [faultsOf(edited).has(2), choicesOf(edited).columns?.[0]?.maxLength];
    });
    expect(found).toEqual([...lengths.slice(0, -1).map(() => [true, undefined]), [false, 32_000]]);
  });

  test('of a column that becomes the Customer ID keep only its label', () => {
    const chosen = chooseCustomerId(editColumn(edits, 2, { type: 'number' }), 2);
    expect(choicesOf(chosen)).toMatchObject({ customerId: 2, columns: [{ column: 2, label: 'Surname' }, {}] });
    expect(choicesOf(chooseCustomerId(NO_EDITS, null))).toEqual({ customerId: null, columns: [] });
  });

  test('have the violations that the API reports, by column and member', () => {
    const violations = [{ pointer: '/choices/columns/1/code', code: 'c', detail: 'Wrong.' }];
    const found = (position: number, member: string) => reportedFor(violations, choicesOf(edits), position, member);
    expect([found(4, 'code'), found(4, 'label'), found(2, 'code')]).toEqual(['Wrong.', undefined, undefined]);
    const choice = [{ pointer: '/choices/columns/1/listValues/3', code: 'c', detail: 'Twice.' }];
    expect(reportedFor(choice, choicesOf(edits), 4, 'listValues')).toBe('Twice.');
  });
});

test('only the first 64 KiB of a file are read', async () => {
  const file = new File([`é${'x'.repeat(100_000)}`], 'large.csv');
  const { head, bytes } = await readBeginning(file);
  const decoded = Buffer.from(head, 'base64');
  expect({ bytes, read: decoded.length, begin: decoded.toString('utf8', 0, 3) }).toEqual({
    bytes: 100_002,
    read: 65_536,
    begin: 'éx',
  });
});
