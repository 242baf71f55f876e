import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Mapping, mergeOptions, type OptionChoices } from '../../../../functions/definitions/index.ts';
import { decodeHead } from '../../../../functions/imports/domain/encoding/decode-head.ts';
import { layOutRecords } from '../../../../functions/imports/domain/layout/inspect-head.ts';
import { previewFile } from '../../../../functions/imports/domain/preview/preview-file.ts';
import { DomainError } from '../../../../functions/shared/domain/errors.ts';
import { textField, voucim } from '../../../support/published-table.ts';

const TABLE = voucim();

interface Requested {
  readonly options?: OptionChoices;
  readonly mapping?: Mapping;
  readonly table?: typeof TABLE;
  readonly isWhole?: boolean;
}

async function preview(
  content: string | Uint8Array,
  { options = {}, mapping = [], table = TABLE, isWhole = true }: Requested = {},
) {
  const merged = mergeOptions(options);
  const head = await decodeHead({ bytes: Buffer.from(content), isWhole }, merged, 256 * 1024);
  const shown = previewFile(head, table, { options: merged, mapping });
  const layout = (given: Mapping) => layOutRecords(head, table, merged, given);
  return {
    ...shown,
    layout,
    fields: shown.columns.map(({ field }) => field),
    codes: shown.warnings.map(({ code }) => code),
  };
}

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
const warned = ({ warnings }: { warnings: readonly { code: string }[] }, code: string) =>
  warnings.filter((warning) => warning.code === code);

const REST = 'Title,First name,Last name,Phone,Mobile,Address line 1,Address line 2,Address line 3,Address line 4';

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

describe('columns', () => {
  test('with a label or a code are certain', async () => {
    const { columns, mapping } = await preview(lines('customer  id,P018,E-MAIL', 'A,YO1,a@b.cd'));
    expect(columns).toMatchObject([
      { position: 1, name: 'customer  id', field: 'P008', label: 'Customer ID', reason: 'label', confidence: 1 },
      { field: 'P018', reason: 'code', confidence: 1 },
      { field: 'P019', reason: 'label', confidence: 1, samples: ['a@b.cd'] },
    ]);
    expect(mapping).toEqual([
      { column: 'customer  id', field: 'P008' },
      { column: 'P018', field: 'P018' },
      { column: 'E-MAIL', field: 'P019' },
    ]);
  });

  test.each([
    ['Tel.', 'P012'],
    ['Telephone Number', 'P012'],
    ['phone_no', 'P012'],
    ['Mobile No', 'P013'],
    ['CELL PHONE', 'P013'],
    ['Surname', 'P011'],
    ['LastName', 'P011'],
    ['Forename', 'P010'],
    ["Client's first name", 'P010'],
    ['Salutation', 'P009'],
    ['Post Code', 'P018'],
    ['ZIP', 'P018'],
    ['Email address', 'P019'],
    ['e_mail', 'P019'],
    ['Address1', 'P014'],
    ['addr_line_2', 'P015'],
    ['Cust. No.', 'P008'],
    ['Account Number', 'P008'],
    ['Prénom', null],
    ['Favourite colour', null],
  ])('named %s feed %s', async (name, field) => {
    const { columns, rejectionWithMapping } = await preview(lines(`one,two,"${name}"`, 'a,b,c'), {
      options: { header: true },
    });
    expect(columns[2]).toMatchObject({ field, reason: field === null ? 'none' : 'header' });
    // With the Customer ID found it can be imported by the mapping alone.
    expect(rejectionWithMapping?.code).toBe(field === 'P008' ? undefined : 'file.no-customer-id');
  });

  test('are known by what they hold, where their names say nothing', async () => {
    const rows = [
      'VOUCIM_1,020 7946 0018,SW1A 1AA,a@b.cd,7',
      'VOUCIM_2,01632 960200,YO1 7HH,c@d.ef,8',
      'VOUCIM_3,,,,9',
    ];
    const { columns, fields } = await preview(lines('one,two,three,four,five', ...rows));
    expect(fields).toEqual(['P008', 'P012', 'P018', 'P019', null]);
    expect(columns.map(({ reason }) => reason)).toEqual(['content', 'content', 'content', 'content', 'none']);
    for (const { confidence } of columns.slice(0, 4)) expect(confidence).toBeGreaterThan(0.4);
  });

  test('never feed one field twice: the surer one has it', async () => {
    const { fields } = await preview(lines('Customer ID,Tel,Phone,Telephone', 'A,1,2,3'));
    expect(fields).toEqual(['P008', null, 'P012', null]);
  });

  test('of a file without header row are the fields in their order', async () => {
    const { columns, rejection, fields } = await preview('A,Ms,Ann,Example,,,1 High Street,,,York,YO1 7HH,\n');
    expect(rejection).toBeUndefined();
    expect(fields).toEqual(TABLE.fields.map(({ code }) => code));
    expect(new Set(columns.map(({ reason }) => reason))).toEqual(new Set(['position']));
  });

  test('go by names that resemble the labels, though the import alone would take these for a record', async () => {
    const names = 'Cust No,Salutation,Forename,Surname,Tel.,Mobile No,Addr 1,Addr 2,Addr 3,Town,ZIP,Email address';
    const shown = await preview(lines(names, 'A,Ms,Ann,Example,,,,,,York,YO1 7HH,'));
    expect(shown.rejection).toBeUndefined();
    expect(shown.layout([])).toMatchObject({ hasHeader: false });
    expect(shown.layout(shown.mapping)).toMatchObject({ hasHeader: true, customerIdColumn: 0 });
    expect(shown.fileFormat?.header).toBe(true);
    expect(shown.fields).toEqual([
      'P008',
      'P009',
      'P010',
      'P011',
      'P012',
      'P013',
      'P014',
      'P015',
      'P016',
      null,
      'P018',
      'P019',
    ]);
    expect(warned(shown, 'header.doubtful')).toHaveLength(1);
    expect((await preview(lines(names), { options: { header: false } })).fileFormat?.header).toBe(false);
  });

  test('of a file without header row and of another width go by what they hold, all of them by position', async () => {
    const { fields, mapping, rejection, rejectionWithMapping } = await preview(
      lines('VOUCIM_1,x,a@b.cd', 'VOUCIM_2,y,b@c.de', 'VOUCIM_3,z,c@d.ef'),
    );
    expect(fields).toEqual(['P008', null, 'P019']);
    expect(rejection?.code).toBe('file.no-usable-header');
    expect(rejectionWithMapping).toBeUndefined();
    expect(mapping).toEqual([
      { column: 1, field: 'P008' },
      { column: 2, field: null },
      { column: 3, field: 'P019' },
    ]);
  });

  test('use the mapping that was sent, which stays unchanged', async () => {
    const mapping = [
      { column: 'who', field: 'P008' },
      { column: 'Phone', field: null },
      { column: 'town', field: 'P017', values: { L: 'London' }, default: 'York' },
    ];
    const shown = await preview(lines('who,Phone,town,Mobile', 'A,1,L,2'), { mapping });
    expect(shown.rejection).toBeUndefined();
    expect(shown.columns).toMatchObject([
      { field: 'P008', reason: 'mapping', confidence: 1 },
      { field: null, reason: 'mapping' },
      { field: 'P017', reason: 'mapping' },
      { field: 'P013', reason: 'label' },
    ]);
    expect(shown.mapping).toEqual([...mapping, { column: 'Mobile', field: 'P013' }]);
  });

  test('of the same name are mapped by position, so that the file can be imported', async () => {
    const shown = await preview(lines('Customer ID,Phone,phone', 'A,1,2'));
    expect(shown.rejection?.code).toBe('file.repeated-column');
    expect(shown.rejectionWithMapping).toBeUndefined();
    expect(shown.mapping.slice(1)).toEqual([
      { column: 2, field: 'P012' },
      { column: 3, field: null },
    ]);
    expect(warned(shown, 'header.repeated')).toMatchObject([{ column: 3 }]);
  });
});

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

  test('with the line of an open quote', async () => {
    const { rejection } = await preview('Customer ID,Postcode\n\nA,"B\nB"\nC,"D\n');
    expect(rejection?.reason).toContain('line 5');
  });

  test('a required field that nothing feeds, unless customers are only updated', async () => {
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

  test('options and mappings that do not fit', async () => {
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

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'Customer ID',
    'P018',
    'Tel',
    'Phone',
    'e-mail',
    'VOUCIM_1',
    'a@b.cd',
    '020 7946 0018',
    '"x"',
    'é',
  ),
  fc.string({ maxLength: 8 }),
);
const file = fc
  .tuple(
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\n', '\r\n'),
    fc.array(fc.array(cell, { maxLength: 13 }), { maxLength: 8 }),
  )
  .map(([delimiter, lineEnd, rows]) => rows.map((row) => row.join(delimiter) + lineEnd).join(''))
  // What begins like JSON or XML is rejected as such before it is previewed.
  .filter((text) => !/^\s*[[{<]/.test(text));

describe('whatever the file', () => {
  test('the answer comes, feeds no field twice, and its mapping does not spoil what would be imported without it', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.boolean(), async (content, isWhole) => {
        const shown = await preview(content, { isWhole });
        const fed = shown.fields.filter((field) => field !== null);
        expect(new Set(fed).size).toBe(fed.length);
        if (shown.rejection) return;
        expect(shown.rejectionWithMapping).toBeUndefined();
        const before = shown.layout([]);
        // Names that only resemble the table's make a header row by the mapping alone.
        if (before.hasHeader !== shown.fileFormat?.header) return;
        const after = shown.layout(shown.mapping);
        expect(after).toMatchObject({
          delimiter: before.delimiter,
          hasHeader: before.hasHeader,
          fieldCount: before.fieldCount,
        });
        expect(after.customerIdColumn).toBe(before.customerIdColumn);
        expect(after.columns).toEqual(expect.arrayContaining(before.columns));
      }),
      { numRuns: 500 },
    );
  });

  test('and whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, isWhole) => {
        const shown = await preview(bytes, { isWhole }).catch((error: unknown) => error);
        // A file that is damaged as a whole is rejected before it is previewed.
        if (shown instanceof Error) expect(shown).toBeInstanceOf(DomainError);
      }),
    );
  });
});

describe('what stands above the records', () => {
  test('is shown, and not among the rows', async () => {
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

  test('is what skip-lines says', async () => {
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
