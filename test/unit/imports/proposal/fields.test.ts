import { describe, expect, test } from '@jest/globals';
import { propose } from '../../../support/proposed-import.ts';

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;

async function proposed(content: string, requested: Parameters<typeof propose>[1] = {}) {
  const proposal = await propose(content, requested);
  const fieldOf = (code: string | null | undefined) => proposal.draft.fields.find((field) => field.code === code);
  return { ...proposal, fields: proposal.columns.map(({ field }) => fieldOf(field)) };
}

describe('the Customer ID', () => {
  test('is the column whose name says so', async () => {
    const { customerId, fields } = await proposed(lines('Name,Customer ID', 'Ann,A1', 'Bo,B2'));
    expect(customerId).toMatchObject({ column: 2, contradicting: [] });
    expect(fields[1]).toMatchObject({ code: 'P008', type: 'text', required: true, maxLength: 256 });
  });

  test('is a column of unlike codes if no name says so', async () => {
    expect(await proposed(lines('Voucher,Name', 'V-1,Ann', 'V-2,Bo', 'V-3,Cy'))).toMatchObject({
      customerId: { column: 1 },
      options: {},
    });
    expect(await proposed(lines('Name,Policy no', 'Ann,1', 'Bo,2'))).toMatchObject({ customerId: { column: 2 } });
  });

  test.each([
    [
      'values that repeat',
      ['A1,Ann', 'A1,Bo'],
      'a value of an earlier record in one record',
      [{ line: 3, value: 'A1' }],
    ],
    ['blank values', ['A1,Ann', ',Bo'], 'blank in one record', [{ line: 3, value: '' }]],
    ['values that are too long', [`${'é'.repeat(129)}1,Ann`], 'longer than 256 bytes in one record', undefined],
  ])('is not a column with %s, and is generated then', async (_, rows, reason, contradicting) => {
    const { customerId, options, warnings, fields, draft } = await proposed(lines('Customer ID,Name', ...rows));
    expect(customerId).toMatchObject({ column: null, reason: expect.stringContaining(reason) });
    if (contradicting) expect(customerId.contradicting).toEqual(contradicting);
    expect(options).toEqual({ customerId: 'none' });
    expect(warnings.map(({ code }) => code)).toContain('customer-id.generated');
    expect(fields[0]).toMatchObject({ code: 'P021', label: 'Customer ID' });
    expect(draft.fields[0]).toMatchObject({ code: 'P008', label: 'Customer ID 2', required: true });
  });

  test('is not the name of a customer, a telephone number, an amount or a date', async () => {
    for (const content of [
      lines('Customer,Town', 'Ann,York', 'Bo,Bath', 'Cy,Leeds'),
      lines('Phone,Town', '07700 900101,York', '07700 900102,Bath', '07700 900103,Leeds'),
      lines('Total,Town', '1,York', '2,Bath', '3,Leeds'),
      lines('Day,Town', '2026-01-01,York', '2026-01-02,Bath', '2026-01-03,Leeds'),
    ]) {
      expect((await proposed(content)).customerId.column).toBeNull();
    }
  });

  test('is none if the options say so', async () => {
    const found = await proposed(lines('Customer ID,Name', 'A1,Ann'), { options: { customerId: 'none' } });
    expect(found).toMatchObject({ customerId: { column: null }, options: { customerId: 'none' } });
  });
});

describe('codes and labels', () => {
  test('are those of the standard fields where the header row says so, with the labels of the file', async () => {
    const { fields } = await proposed(lines('URN,Forename,SURNAME,Cell,Zip,Shoe size', 'U1,Ann,Lee,,,38'));
    expect(fields.map((field) => [field?.code, field?.label])).toEqual([
      ['P008', 'URN'],
      ['P010', 'Forename'],
      ['P011', 'SURNAME'],
      ['P013', 'Cell'],
      ['P018', 'Zip'],
      ['P021', 'Shoe size'],
    ]);
  });

  test('are the codes that a header row names', async () => {
    const { fields, mapping } = await proposed(lines('P008,P045,P011', 'A1,x,Lee'));
    expect(fields.map((field) => [field?.code, field?.label])).toEqual([
      ['P008', 'Customer ID'],
      ['P045', 'Column 2'],
      ['P011', 'Last name'],
    ]);
    expect(mapping).toEqual([]);
  });

  test('differ where header cells are equal, blank or the code of another field', async () => {
    const { fields, mapping } = await proposed(lines('ID,Phone,Phone,,p999', 'A1,07700 900101,07700 900102,x,y'));
    expect(fields.map((field) => field?.label)).toEqual(['ID', 'Phone', 'Phone 2', 'Column 4', 'Column 5']);
    expect(mapping.map(({ column, field }) => [column, field])).toEqual([
      ['ID', 'P008'],
      [2, 'P012'],
      [3, 'P021'],
      [4, 'P022'],
      ['p999', 'P023'],
    ]);
  });

  test('of a file without a header row come from the values', async () => {
    const { fields, fileFormat, mapping, options } = await proposed(
      lines('A1,a@b.cd,07700 900101,x', 'A2,c@d.ef,07700 900102,x', 'A3,e@f.gh,07700 900103,x'),
    );
    expect(fileFormat.header).toBe(false);
    expect(fields.map((field) => [field?.code, field?.label])).toEqual([
      ['P008', 'Customer ID'],
      ['P019', 'E-mail'],
      ['P012', 'Phone'],
      ['P021', 'Column 4'],
    ]);
    expect({ mapping, options }).toEqual({ mapping: [], options: {} });
  });

  test('end with the last code: further columns are left out, with a warning for each', async () => {
    const header = Array.from({ length: 70 }, (_, at) => `Extra ${String.fromCharCode(97 + (at % 26))}${at}x`);
    const { columns, warnings, draft } = await proposed(
      lines(`Customer ID,${header.join(',')}`, `A1${',1'.repeat(70)}`),
    );
    expect(draft.fields).toHaveLength(65);
    expect(columns.filter(({ field }) => field === null)).toHaveLength(6);
    expect(warnings.filter(({ code }) => code === 'column.not-imported').map(({ column }) => column)).toEqual([
      66, 67, 68, 69, 70, 71,
    ]);
  });
});

describe('search', () => {
  test('is proposed for telephone numbers, e-mail addresses, names and codes, each with its reason', async () => {
    const { columns, fields } = await proposed(
      lines('Customer ID,Surname,Work phone,Firma,Policy no,Colour', 'A1,Lee,020 7946 0018,Acme,P-17,red'),
    );
    expect(fields.map((field) => field?.flags.search)).toEqual([false, true, true, true, true, false]);
    expect(columns.every(({ reasons }) => (reasons?.search ?? '').length > 10)).toBe(true);
  });

  test('is proposed for every such field, however many there are', async () => {
    const phones = Array.from({ length: 12 }, (_, at) => `Phone ${String.fromCharCode(97 + at)}`);
    const { fields } = await proposed(
      lines(`Customer ID,${phones.join(',')},Surname`, `A1${',020 7946 0018'.repeat(12)},Lee`),
    );
    expect(fields.filter((field) => field?.flags.search)).toHaveLength(13);
  });
});
