import { describe, expect, test } from '@jest/globals';
import { textField, voucim } from '../../../support/published-table.ts';
import { lines, preview, REST, TABLE, warned } from './preview-of.ts';

describe('a rejection has the same reason as that of the import', () => {
  test.each([
    ['empty lines alone', '\n\n', 'file.no-records'],
    ['a header row alone', 'Customer ID,Postcode\n', 'file.no-records'],
    ['no Customer ID', 'Postcode,Phone\nx,1\n', 'file.no-customer-id'],
    ['an open quote in the header row', '"Customer ID,Postcode\nA,B\n', 'file.unclosed-quote'],
    ['an open quote further on', 'Customer ID,Postcode\nA,B\nC,"D\n', 'file.unclosed-quote'],
  ])('%s', async (_, content, code) => {
    const shown = await preview(content);
    expect(shown.rejection?.code).toBe(code);
  });

  test('names the line of an open quote', async () => {
    const { rejection } = await preview('Customer ID,Postcode\n\nA,"B\nB"\nC,"D\n');
    expect(rejection?.reason).toContain('line 5');
  });

  test('names a required field that no column feeds, unless customers are only updated', async () => {
    const table = voucim({ fields: [...TABLE.fields, textField('P021', { required: true })] });
    const content = lines('Customer ID,Postcode', 'A,B');
    const shown = await preview(content, { table });
    expect([shown.rejection?.code, shown.rejectionWithMapping?.code]).toEqual(
      Array(2).fill('file.required-field-missing'),
    );
    expect(warned(shown, 'field.not-fed')).toHaveLength(1);
    const updating = await preview(content, { table, options: { mode: 'update-only' } });
    expect([updating.rejection, warned(updating, 'field.not-fed')]).toEqual([undefined, []]);
  });

  test('names options and mappings that do not fit', async () => {
    const content = lines('Customer ID,Postcode', 'A,B');
    const contradiction = await preview(content, { options: { mode: 'update-only', customerId: 'none' } });
    expect(contradiction.rejection?.code).toBe('options.invalid');
    const elsewhere = await preview(content, { mapping: [{ column: 'nowhere', field: 'P018' }] });
    expect(elsewhere.rejection?.code).toBe('mapping.unknown-column');
    expect(elsewhere.rejectionWithMapping).toBeUndefined();
  });
});

describe('warnings', () => {
  test.each([
    [
      'telephone numbers in scientific notation',
      'Customer ID,Phone',
      ['A,4.41E+11', 'B,020 7946 0018'],
      'value.scientific',
      2,
    ],
    ['Customer IDs in scientific notation', 'Customer ID,Phone', ['1.2E+12,'], 'value.scientific', 1],
    ['lost leading zeros', 'Customer ID,Phone', ['A,1632960200', 'B,2079460018'], 'value.lost-zero', 2],
    ['a value that is too long', 'Customer ID,Postcode', ['A,SW12 2 ER'], 'value.too-long', 2],
    ['an e-mail address that is none', 'Customer ID,E-mail', ['A,nobody'], 'value.unparsed-email', 2],
    ['a blank Customer ID', 'Customer ID,Phone', [',1', 'B,'], 'customer-id.blank', 1],
    ['a repeated Customer ID', 'Customer ID,Phone', ['A,', 'B,', 'A,'], 'customer-id.repeated', 1],
    ['a column that feeds nothing', 'Customer ID,Shoe size', ['A,1'], 'column.not-imported', 2],
  ])('mention %s', async (_, header, rows, code, column) => {
    expect(warned(await preview(lines(header, ...rows)), code)).toMatchObject([{ column }]);
  });

  test('name the lines, physical ones, and an example', async () => {
    const shown = await preview('Customer ID,Postcode\n"A\nA",YO1\nB\nC,much too long\nD,a,b\n');
    expect(warned(shown, 'record.field-count')).toMatchObject([
      { detail: expect.stringMatching(/^2 of 4 .*lines 4, 6\./) },
    ]);
    const [tooLong] = warned(shown, 'value.too-long');
    expect(tooLong).toMatchObject({
      detail: expect.stringContaining('line 5. For example: Field P018 value (much too long)'),
    });
  });

  test('mention a doubtful header row, and a record that may be a header row', async () => {
    const data = await preview(lines('Customer ID,Phone,020 7946 0018', 'A,1,2'));
    expect(data.codes).toContain('header.doubtful');
    const names = await preview('Kundin,Anrede,Vorname,Nachname,a,b,c,d,e,f,g,h\n');
    expect([names.fileFormat?.header, names.codes.includes('header.doubtful')]).toEqual([false, true]);
    const sure = await preview(lines('Customer ID,Phone', 'A,020 7946 0018'));
    expect(sure.codes).not.toContain('header.doubtful');
  });

  test('mention doubtful encodings, unless the option is given', async () => {
    const latin = Buffer.from(lines('Customer ID,Last name', 'A,Müller'), 'latin1');
    expect((await preview(latin)).codes).toContain('encoding.doubtful');
    expect((await preview(latin)).fileFormat?.encoding).toBe('windows-1252');
    expect((await preview(latin, { options: { encoding: 'windows-1252' } })).codes).not.toContain('encoding.doubtful');
    expect((await preview(lines('Customer ID,Last name', 'A,MÃ¼ller'))).codes).toContain('encoding.doubtful');
    expect((await preview(lines('Customer ID,Last name', 'A,Müller'))).codes).not.toContain('encoding.doubtful');
  });

  test('validate the mapped value of a cell, and strict fields strictly', async () => {
    const mapping = [{ column: 'Phone', field: 'P012', values: { none: '' }, default: '020 7946 0018' }];
    const content = lines('Customer ID,Phone', 'A,none', 'B,');
    expect((await preview(content, { mapping })).codes).toEqual([]);
    expect((await preview(content)).codes).toEqual(['value.unparsed-telephone']);
  });

  test('are empty for a good file', async () => {
    const row = 'A,Ms,Ann,Example,020 7946 0018,07700 900101,1 High Street,,,York,YO1 7HH,a@b.cd';
    expect((await preview(lines(`Customer ID,${REST},Postcode,E-mail`, row))).codes).toEqual([]);
  });
});
