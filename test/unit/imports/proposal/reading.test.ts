import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { propose } from '../../../support/proposed-import.ts';

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;

describe('the header row of a file without a table', () => {
  test.each([
    ['names of standard fields', lines('Customer ID,Surname', 'A1,Lee')],
    ['words above numbers', lines('Kundin,Umsatz', 'Ann,12', 'Bo,13')],
    ['words, one of them missing, above codes', lines('Code,,Ort', 'A-1,x,York', 'A-2,y,Bath')],
  ])('is recognised by %s', async (_, content) => {
    expect((await propose(content)).fileFormat.header).toBe(true);
  });

  test.each([
    ['cells that occur again', lines('Ms,York', 'Mr,Bath', 'Ms,Leeds')],
    ['a cell with a number', lines('A1,Lee', 'A2,Falk')],
    ['being the only record', 'Ann,Lee\n'],
  ])('is none with %s', async (_, content) => {
    expect((await propose(content)).fileFormat.header).toBe(false);
  });

  test('is what the option says', async () => {
    const content = lines('A1,Lee', 'A2,Falk');
    expect((await propose(content, { options: { header: true } })).columns[0]?.name).toBe('A1');
    expect((await propose(content)).columns[0]).not.toHaveProperty('name');
  });

  test('is found below titles, which the answer shows', async () => {
    const { skipped, columns, recordsRead } = await propose(
      lines('Customer list', 'made today', '', 'Kundin;Ort;Umsatz', 'Ann;York;12', 'Bo;Bath;13'),
    );
    expect(skipped.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect([columns.map(({ name }) => name), recordsRead]).toEqual([['Kundin', 'Ort', 'Umsatz'], 2]);
  });
});

describe('the options for the import', () => {
  test('are none where the import detects the same', async () => {
    const { options, mapping } = await propose(lines('Customer ID;Surname', 'A1;Lee'));
    expect({ options, mapping }).toEqual({ options: {}, mapping: [] });
  });

  test('say what the import would detect otherwise', async () => {
    // A record that holds two labels of the table would be its header row.
    const { options } = await propose(lines('x,y', 'Customer ID,Column 2', 'A1,z'), { options: { header: false } });
    expect(options).toMatchObject({ header: false });
  });

  test('contain those of the request', async () => {
    const found = await propose(lines('Customer ID~Surname', 'A1~Lee'), { options: { delimiter: '~' } });
    expect(found).toMatchObject({ options: { delimiter: '~' }, fileFormat: { delimiter: '~' } });
  });
});

describe('a file is read as an import reads it', () => {
  const content = lines('Customer ID,Surname', 'A1,Müller');

  test('packed, in other encodings and with other line ends', async () => {
    expect((await propose(gzipSync(content))).fileFormat).toMatchObject({ compression: 'gzip' });
    expect((await propose(Buffer.from(content, 'latin1'))).fileFormat).toMatchObject({ encoding: 'windows-1252' });
    expect((await propose(content.replaceAll('\n', '\r'))).fileFormat).toMatchObject({ lineEnd: 'cr' });
    expect((await propose(`sep=;\n${content.replaceAll(',', ';')}`)).rows).toEqual([['A1', 'Müller']]);
  });

  test('without the record in which its beginning ends', async () => {
    expect(await propose(`${content}A2,Fal`, { isWhole: false })).toMatchObject({ recordsRead: 1 });
  });

  test('with a warning for the records that no table accepts', async () => {
    const found = await propose(`${content}A2\n,\nCustomer ID,Surname\nA3,Falk\n`);
    expect(found).toMatchObject({ recordsRead: 5, recordsUnreadable: 3 });
    expect(found.warnings.map(({ code }) => code)).toEqual(['record.field-count', 'record.blank', 'record.is-header']);
  });

  test.each([
    ['a header row alone', 'Customer ID,Surname\n', 'file.no-records'],
    ['nothing but line ends', '\n\n', 'file.no-records'],
    ['a quote that is never closed', 'Customer ID,Surname\nA1,"Lee\n', 'file.unclosed-quote'],
    [
      'more columns than a mapping can name',
      lines('a'.repeat(1_001).split('').join(','), 'A1'),
      'file.too-many-columns',
    ],
    ['more columns than an import reads', `${','.repeat(2_001)}\n`, 'file.too-many-columns'],
    ['JSON', '[{"a": 1}]', 'file.not-csv'],
  ])('and rejected with %s', async (_, rejected, code) => {
    await expect(propose(rejected)).rejects.toMatchObject({ code });
  });
});
