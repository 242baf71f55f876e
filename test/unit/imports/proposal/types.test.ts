import { describe, expect, test } from '@jest/globals';
import { propose } from '../../../support/proposed-import.ts';

/** A file of two columns, the first of them the Customer ID. */
const file = (name: string, values: readonly string[]) =>
  `Customer ID,${name}\n${values.map((value, at) => `C${at + 1},"${value}"\n`).join('')}`;

async function proposedField(name: string, values: readonly string[], country = 'GB') {
  const { draft, columns } = await propose(file(name, values), { country });
  const column = columns[1];
  const field = draft.fields.find(({ code }) => code === column?.field);
  return { ...field, reason: column?.reasons?.type, contradicting: column?.contradicting.map(({ value }) => value) };
}

const repeated = (values: readonly string[], times: number) => Array.from({ length: times }, () => values).flat();

describe('a type is proposed where every value fits', () => {
  test.each([
    ['date', 'Renewal', ['2026-04-03', '2024-02-29']],
    ['date-time', 'Seen', ['2026-04-03T10:00:00Z', '2026-04-03 11:30']],
    ['time', 'Call at', ['09:30', '17:00:00']],
    ['url', 'Site', ['https://example.com/a', 'http://example.org']],
    ['yes-no', 'Newsletter', ['yes', 'No', 'Y']],
    ['yes-no', 'VIP', ['1', '0', '1']],
    ['currency', 'Paid', ['12.50', '-3.00', '1200.00']],
    ['currency', 'Amount', ['12', '7.5', '100']],
    ['number', 'Visits', ['3', '12', '7.25']],
    ['email', 'Contact', ['a@b.cd', 'c@d.ef']],
    ['telephone', 'Reach me', ['+44 20 7946 0018', '07700 900101']],
    ['notes', 'Story', ['one\ntwo', 'three']],
    ['text', 'Nickname', ['Bo', 'Mo']],
  ])('%s in the column %s', async (type, name, values) => {
    expect(await proposedField(name, values)).toMatchObject({ type, contradicting: [] });
  });

  test.each([
    ['2026-02-30', ['2026-02-28', '2026-02-27', '2026-02-26', '2026-02-25', '2026-02-30'], 'not a date'],
    ['soon', ['09:30', '10:00', '11:00', '12:00', 'soon'], 'not a time'],
    ['12.5O', ['1.50', '2.50', '3.50', '4.50', '12.5O'], 'not an amount'],
  ])('the column is text because of %s, which the reason names', async (value, values, reason) => {
    const field = await proposedField('Anything', values);
    expect(field).toMatchObject({ type: 'text', contradicting: [value], reason: expect.stringContaining(reason) });
  });
});

describe('digits stay text', () => {
  test.each([
    ['with leading zeros', 'Shelf', ['007', '12', '130']],
    ['of the same length', 'Shelf', ['10423', '20423', '30423']],
    ['longer than a number', 'Shelf', ['1234567890123456', '1', '2']],
    ['in a column of account numbers', 'Account number', ['3', '12', '130']],
    ['in a column of postcodes', 'Zip', ['1067', '4109', '10115']],
    ['with an exponent', 'Shelf', ['4.41E+11', '12', '130']],
    ['where two records prove too little', 'Shelf', ['3', '12']],
  ])('%s', async (_, name, values) => {
    expect(await proposedField(name, values)).toMatchObject({ type: 'text' });
  });
});

describe('telephone and e-mail fields', () => {
  const numbers = ['07700 900101', '020 7946 0018', '01632 960200', '0113 496 0202'];

  test('keep the values that contradict them, and the proposal names these', async () => {
    const field = await proposedField('Mobile', [...numbers, 'ask at work', 'n/a']);
    expect(field).toMatchObject({ code: 'P013', type: 'telephone', strict: false });
    expect(field.contradicting).toEqual(['ask at work', 'n/a']);
    expect(field.reason).toContain('4 of 6 values are telephone numbers; the others are kept as they are');
  });

  test('need fewer contradictions if the name of the column does not say so', async () => {
    expect(await proposedField('Reach me', [...numbers, 'n/a'])).toMatchObject({ type: 'telephone' });
    expect(await proposedField('Reach me', [...numbers, 'n/a', 'none'])).toMatchObject({ type: 'text' });
  });

  test('are not proposed if most values are something else, whatever the name', async () => {
    expect(await proposedField('E-mail', ['a@b.cd', 'none', 'unknown'])).toMatchObject({ code: 'P019', type: 'text' });
  });

  test('are proposed by their names where a spreadsheet has damaged all values', async () => {
    const field = await proposedField('Mobile', ['4.41E+11', '4.42E+11']);
    expect(field).toMatchObject({ type: 'telephone', contradicting: ['4.41E+11', '4.42E+11'] });
  });

  test('are not proposed for account numbers, which begin with a zero, too', async () => {
    expect(
      await proposedField(
        'Account no',
        numbers.map((number) => number.replaceAll(' ', '')),
      ),
    ).toMatchObject({
      type: 'text',
    });
  });
});

describe('dates in another form', () => {
  test.each([
    [['03/04/2026', '05/06/2026'], 'Nothing tells the day from the month.'],
    [['23/04/2026', '05/06/2026'], 'The day seems to come first.'],
    [['03.28.26', '05.06.26'], 'The month seems to come first.'],
    [['23/04/2026', '05/28/2026'], 'Nothing tells the day from the month.'],
  ])('%j stay text', async (values, order) => {
    const field = await proposedField('Renewal', values);
    expect(field).toMatchObject({ type: 'text', contradicting: values });
    expect(field.reason).toContain(order);
  });
});

describe('a list', () => {
  test('is proposed for a few values that repeat, with all of them as choices', async () => {
    expect(await proposedField('Tier', repeated(['Gold', 'Silver', 'Bronze'], 8))).toMatchObject({
      type: 'list',
      listValues: ['Gold', 'Silver', 'Bronze'],
    });
  });

  test('with several choices a record is recognised by the semicolon', async () => {
    expect(await proposedField('Interests', repeated(['golf; chess', 'chess', 'golf;tennis'], 8))).toMatchObject({
      type: 'multi-list',
      listValues: ['golf', 'chess', 'tennis'],
    });
  });

  test.each([
    ['new values still come late', 'Tier', [...repeated(['Gold', 'Silver'], 15), 'Bronze']],
    ['few records were read', 'Tier', repeated(['Gold', 'Silver'], 9)],
    ['the values hardly repeat', 'Tier', repeated('abcdefgh'.split(''), 3)],
    ['one value is all there is', 'Tier', repeated(['Gold'], 30)],
    ['two choices differ by their case alone', 'Tier', repeated(['Gold', 'gold'], 15)],
    ['a choice begins with a space', 'Tier', repeated(['Gold', ' Silver'], 15)],
    ['the column is one of towns', 'City', repeated(['York', 'Bath'], 15)],
  ])('is not proposed if %s', async (_, name, values) => {
    expect(await proposedField(name, values)).toMatchObject({ type: 'text' });
  });
});

describe('the length', () => {
  test.each([
    ['leaves room', 'Nickname', ['x'.repeat(21)], 50],
    ['is at least that of the standard field', 'Surname', ['Li'], 100],
    ['is more than that of the standard field where values are longer', 'Post code', ['SW12 2 ER!'], 20],
    ['never exceeds the longest value that there can be', 'Story', ['y'.repeat(30_000)], 32_000],
    ['counts code points', 'Nickname', ['😀'.repeat(20)], 30],
  ])('%s', async (_, name, values, maxLength) => {
    expect(await proposedField(name, values)).toMatchObject({ maxLength });
  });
});
