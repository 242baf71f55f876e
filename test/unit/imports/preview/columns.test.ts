import { describe, expect, test } from '@jest/globals';
import { lines, preview, TABLE, warned } from './preview-of.ts';

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
    ['Nom', null],
    ['Kunden-Nr.', 'P008'],
    ['Nachname', 'P011'],
    ['Straße', 'P014'],
    ['Handynummer', 'P013'],
    ['Prénom', 'P010'],
    ['Nom de famille', 'P011'],
    ['Téléphone portable', 'P013'],
    ['Code postal', 'P018'],
    ['Nº cliente', 'P008'],
    ['Apellidos', 'P011'],
    ['Teléfono móvil', 'P013'],
    ['Correo electrónico', 'P019'],
    ['Codice cliente', 'P008'],
    ['Cognome', 'P011'],
    ['Cellulare', 'P013'],
    ['CAP', 'P018'],
    ['Klantnummer', 'P008'],
    ['Voornaam', 'P010'],
    ['Telefoonnummer', 'P012'],
    ['E-mailadres', 'P019'],
    ['Favourite colour', null],
  ])('named %s feed %s', async (name, field) => {
    const { columns, rejectionWithMapping } = await preview(lines(`one,two,"${name}"`, 'a,b,c'), {
      options: { header: true },
    });
    expect(columns[2]).toMatchObject({ field, reason: field === null ? 'none' : 'header' });
    // With the Customer ID found it can be imported by the mapping alone.
    expect(rejectionWithMapping?.code).toBe(field === 'P008' ? undefined : 'file.no-customer-id');
  });

  test('are recognised by their values if their names resemble no field', async () => {
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

  test('never feed one field twice: the likelier column feeds it', async () => {
    const { fields } = await preview(lines('Customer ID,Tel,Phone,Telephone', 'A,1,2,3'));
    expect(fields).toEqual(['P008', null, 'P012', null]);
  });

  test('of a file without header row are the fields in their order', async () => {
    const { columns, rejection, fields } = await preview('A,Ms,Ann,Example,,,1 High Street,,,York,YO1 7HH,\n');
    expect(rejection).toBeUndefined();
    expect(fields).toEqual(TABLE.fields.map(({ code }) => code));
    expect(new Set(columns.map(({ reason }) => reason))).toEqual(new Set(['position']));
  });

  test('are named by a header row that resembles the labels, although the import alone would read it as a record', async () => {
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

  test('of a file without header row and of another width are recognised by their values, all of them by position', async () => {
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
