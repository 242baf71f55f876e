import { describe, expect, test } from '@jest/globals';
import { type Mapping, mergeOptions, type OptionChoices } from '../../../../functions/definitions/index.ts';
import { layOutFile } from '../../../../functions/imports/domain/layout/file-layout.ts';
import { readMetadata } from '../../../../functions/imports/domain/uploads/object-metadata.ts';
import { textField, voucim } from '../../../support/published-table.ts';

const DEFAULTS = mergeOptions();
const UTF8 = { encoding: 'utf-8', compression: 'none' } as const;
const layOut = (text: string | Buffer, options: OptionChoices = {}, table = voucim(), mapping: Mapping = []) =>
  layOutFile(
    { fileEncoding: UTF8, bytes: Buffer.from(text), isWhole: true },
    table,
    { ...DEFAULTS, ...options },
    mapping,
  );
const TWELVE = 'VOUCIM_2,Ms,Amelia,Ashworth,,,,,,York,YO1 7HH,a@example.com';

describe('the layout of a file', () => {
  test('without a header row the columns are the fields of the table, in order', () => {
    const layout = layOut(`${TWELVE}\n`);
    expect(layout).toMatchObject({
      delimiter: ',',
      hasHeader: false,
      fieldCount: 12,
      customerIdColumn: 0,
      dataStart: 0,
      dataLine: 1,
    });
    expect(layout.columns[0]).toEqual({ position: 1, code: 'P009' });
    expect(layout.columns).toHaveLength(11);
  });

  test.each([
    [';', 'Customer ID;Postcode\nA;B\n'],
    ['\t', 'p018\tp008\n'],
    ['|', 'POSTCODE|customer  id|Shoe size\r\n'],
  ])('finds the delimiter %j by the header row, whatever its case', (delimiter, text) => {
    const layout = layOut(text);
    expect(layout).toMatchObject({ delimiter, hasHeader: true, dataLine: 2, dataStart: text.indexOf('\n') + 1 });
    expect(layout.columns).toEqual([{ position: text.startsWith('Cust') ? 1 : 0, code: 'P018' }]);
  });

  test('a byte-order mark belongs to neither header nor data, and a quoted header cell may hold a line break', () => {
    const layout = layOut('\uFEFFCustomer ID,"Pos\ntcode",Postcode\nA,B,C\n');
    expect(layout).toMatchObject({ hasBom: true, hasHeader: true, dataLine: 3 });
    expect(layOut(`\uFEFF${TWELVE}`)).toMatchObject({ hasBom: true, hasHeader: false, dataStart: 3, dataLine: 1 });
  });

  test.each<[string, string, OptionChoices, string]>([
    ['a header that maps to nothing', 'a,b,c\n1,2,3\n', {}, 'file.no-usable-header'],
    ['a delimiter that is not the file’s', `${TWELVE}\n`, { delimiter: ';' }, 'file.no-usable-header'],
    ['ten thousand columns', `${'x,'.repeat(9_999)}x\n`, {}, 'file.too-many-columns'],
    ['__proto__ as a header', '__proto__,constructor\n1,2\n', {}, 'file.no-usable-header'],
    ['no Customer ID column', 'Postcode,Title\nA,B\n', {}, 'file.no-customer-id'],
    ['a field named twice', 'Customer ID,Postcode,P018\n', {}, 'file.repeated-column'],
    ['a quote that never closes', `"${'x'.repeat(50)}`, {}, 'file.unclosed-quote'],
    ['a required header that is missing', `${TWELVE}\n`, { header: true }, 'file.no-usable-header'],
  ])('rejects %s', (_, text, options, code) => {
    expect(() => layOut(text, options)).toThrow(expect.objectContaining({ code }));
  });

  test('a required field that no column feeds rejects the file, naming it', () => {
    const table = voucim({ fields: [...voucim().fields, textField('P021', { required: true, label: 'Contract' })] });
    expect(() => layOut('Customer ID,Postcode\n', {}, table)).toThrow(/P021 \(Contract\)/);
  });

  test('files without Customer IDs are accepted only with the option customer-id: none', () => {
    const eleven = TWELVE.slice(TWELVE.indexOf(',') + 1);
    expect(() => layOut(eleven)).toThrow(expect.objectContaining({ code: 'file.no-usable-header' }));
    const layout = layOut(eleven, { customerId: 'none' });
    expect(layout.customerIdColumn).toBeUndefined();
    expect(layout.columns).toHaveLength(11);
  });

  test('"header: no" reads a first row of labels as a customer', () => {
    const labels = voucim()
      .fields.map(({ label }) => label)
      .join(',');
    expect(layOut(labels).hasHeader).toBe(true);
    expect(layOut(labels, { header: false }).hasHeader).toBe(false);
  });
});

describe('import options', () => {
  test('are read from the metadata of the upload; other metadata is left alone', () => {
    expect(
      readMetadata({ delimiter: 'tab', header: 'no', 'customer-id': 'none', duplicates: 'last', mtime: '1' }),
    ).toEqual({ options: { delimiter: '\t', header: false, customerId: 'none', duplicates: 'last' } });
    expect(readMetadata({ definition: 'Weekly', 'strict-fields': 'P012, P013' })).toEqual({
      definition: 'Weekly',
      options: { strictFields: ['P012', 'P013'] },
    });
  });

  test('a wrong option is named, with the correct form', () => {
    expect(() => readMetadata({ duplicates: 'newest' })).toThrow(
      'duplicates: This must be one of "reject", "first", "last".',
    );
    expect(() => readMetadata({ delimiter: '"' })).toThrow(/delimiter: /);
  });
});
