import { describe, expect, test } from '@jest/globals';
import { lines, preview } from './preview-of.ts';

describe('reading', () => {
  test.each([
    ['comma', ',', '\n', 'lf'],
    ['semicolon', ';', '\r\n', 'crlf'],
    ['tab', '\t', '\r\n', 'crlf'],
    ['pipe', '|', '\n', 'lf'],
  ])('shows delimiter and line end of a file with %s', async (_, delimiter, lineEnd, name) => {
    const rows = [
      ['Customer ID', 'Postcode'],
      ['A', 'YO1 7HH'],
    ].map((row) => row.join(delimiter) + lineEnd);
    const { fileFormat, rows: shown } = await preview(rows.join(''));
    expect(fileFormat).toEqual({ encoding: 'utf-8', compression: 'none', delimiter, header: true, lineEnd: name });
    expect(shown).toEqual([['A', 'YO1 7HH']]);
  });

  test('shows the line end of a file without a header row', async () => {
    const { fileFormat } = await preview('A,Ms,Ann,Example,,,,,,York,YO1 7HH,\r\n'.repeat(2));
    expect(fileFormat).toMatchObject({ header: false, lineEnd: 'crlf' });
  });

  test('leaves out the record in which the sample was cut off, and a quote that may be closed later', async () => {
    const cut = await preview(`${lines('Customer ID,Postcode', 'A,YO1', 'B,"YO')}C,YO`, { isWhole: false });
    expect(cut.rows).toEqual([['A', 'YO1']]);
    expect(cut.rejection).toBeUndefined();
  });
});

describe('the lines above the records', () => {
  test('are shown, and not among the rows', async () => {
    const { skipped, rows, fileFormat } = await preview(
      'sep=;\r\nList of customers\r\nCustomer ID;Postcode\r\nA;YO1\r\n',
    );
    expect(skipped).toEqual([
      { line: 1, text: 'sep=;' },
      { line: 2, text: 'List of customers' },
    ]);
    expect(rows).toEqual([['A', 'YO1']]);
    expect(fileFormat).toMatchObject({ delimiter: ';', header: true });
  });

  test('are as many as skip-lines gives', async () => {
    const { skipped, rows } = await preview('a,b\nCustomer ID,Postcode\nA,YO1\n', { options: { skipLines: 1 } });
    expect(skipped).toEqual([{ line: 1, text: 'a,b' }]);
    expect(rows).toEqual([['A', 'YO1']]);
  });
});

describe('the preview of records', () => {
  test('shows files whose lines end in carriage returns', async () => {
    const { fileFormat, rows } = await preview('Customer ID,Postcode\rA,YO1\rB,"Y\rO"\r');
    expect(fileFormat).toMatchObject({ lineEnd: 'cr' });
    expect(rows).toEqual([
      ['A', 'YO1'],
      ['B', 'Y\rO'],
    ]);
  });

  test('tolerates a delimiter at the end of each record, with a warning', async () => {
    const { codes, fields } = await preview(lines('Customer ID,Postcode', 'A,YO1,', 'B,YO2,'));
    expect(codes).toEqual(['file.trailing-delimiter']);
    expect(fields).toEqual(['P008', 'P018']);
    const { codes: broken } = await preview(lines('Customer ID,Postcode', 'A,YO1,', 'B,YO2'));
    expect(broken).toEqual(['record.field-count']);
  });

  test('leaves a column without a name and without values out silently', async () => {
    expect((await preview(lines('Customer ID,Postcode,', 'A,YO1,'))).codes).toEqual([]);
    expect((await preview(lines('Customer ID,Postcode,', 'A,YO1,x'))).codes).toEqual(['column.not-imported']);
  });

  test('names blank records, second header rows and a first record that may be a header row', async () => {
    const { codes } = await preview(lines('Customer ID,Postcode', 'A,YO1', ' ,', 'Customer ID,Postcode'));
    expect(codes).toEqual(['record.blank', 'record.is-header']);
    const { codes: doubtful } = await preview(`A,Ms,Ann,Falk,,,,,,York,PLZ,\n${'B,Ms,Ann,Falk,,,,,,York,YO1 7HH,\n'}`);
    expect(doubtful).toContain('header.doubtful');
  });
});
