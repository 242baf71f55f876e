import { describe, expect, test } from '@jest/globals';
import { CustomerCheck } from '../../../functions/customers/domain/check-customer.ts';
import { bulkJobOf, twoFieldTable } from '../../support/bulk-job.ts';
import { textField, voucim } from '../../support/published-table.ts';

const required = twoFieldTable({
  fields: [...twoFieldTable().fields.slice(0, 2), textField('P022', { required: true, maxLength: 5 })],
});

describe('checking a record', () => {
  test('a valid record is prepared without findings', () => {
    const checked = new CustomerCheck(bulkJobOf()).check('insert', 'A1', ['one', '']);
    expect(checked).toEqual({
      customerId: 'A1',
      cells: ['one', ''],
      warnings: [],
      missing: [],
      characters: 5,
    });
  });

  test('every wrong cell is named, in the manual’s words', () => {
    const fields = voucim().fields.map((field) => (field.code === 'P010' ? { ...field, required: true } : field));
    const job = bulkJobOf({ table: voucim({ fields }) });
    const cells = job.columns.map(({ code }) => (code === 'P018' ? 'SW12 2 ER' : ''));
    expect(new CustomerCheck(job).check('insert', 'VOUCIM_1', cells)).toEqual({
      rejected: [
        {
          fieldCode: 'P018',
          value: 'SW12 2 ER',
          code: 'value.too-long',
          reason: 'Field P018 value (SW12 2 ER) is too long.',
        },
        { fieldCode: 'P010', value: '', code: 'value.required', reason: expect.stringContaining('P010') },
      ],
    });
  });

  test('a Customer ID longer than its field allows is rejected', () => {
    const table = twoFieldTable();
    const [id, ...rest] = table.fields;
    if (!id) throw new Error('no Customer ID field');
    const check = new CustomerCheck(bulkJobOf({ table: { ...table, fields: [{ ...id, maxLength: 3 }, ...rest] } }));
    expect(check.check('insert', 'ABCD', ['', ''])).toMatchObject({
      rejected: [{ fieldCode: 'P008', code: 'value.too-long' }],
    });
    expect(check.check('insert', 'ABC', ['', '']).rejected).toBeUndefined();
  });

  test('a telephone number that cannot be read is a warning', () => {
    const job = bulkJobOf({ table: voucim() });
    const cells = job.columns.map(
      ({ code }) => ({ P012: '020 7946 0018', P013: 'ask at the desk', P011: 'Smith' })[code] ?? '',
    );
    const checked = new CustomerCheck(job).check('insert', 'A', cells);
    if (checked.rejected) throw new Error('rejected');
    expect(checked.warnings).toEqual([
      expect.objectContaining({ fieldCode: 'P013', code: 'value.unparsed-telephone' }),
    ]);
  });

  test.each([
    ['insert', 'clear', true],
    ['insert', 'keep', true],
    ['update', 'clear', true],
    ['update', 'keep', false],
  ] as const)('required and blank: %s with %s is rejected: %s', (intent, blank, isRejected) => {
    const checked = new CustomerCheck(bulkJobOf({ table: required, blank })).check(intent, 'A', ['x', '']);
    expect(checked.rejected !== undefined).toBe(isRejected);
    if (!checked.rejected) expect(checked.missing).toMatchObject([{ code: 'value.required' }]);
  });

  test('a record with too few cells is a defect', () => {
    expect(() => new CustomerCheck(bulkJobOf()).check('insert', 'A', ['x'])).toThrow('fewer cells');
  });
});
