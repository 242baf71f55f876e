import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { type Mapping, mergeOptions } from '../../../../functions/definitions/index.ts';
import { decodeHead } from '../../../../functions/imports/domain/encoding/decode-head.ts';
import { previewFile } from '../../../../functions/imports/domain/preview/preview-file.ts';
import { voucim } from '../../../support/published-table.ts';

const OPTIONS = mergeOptions({});

async function preview(content: string, mapping: Mapping = []) {
  const head = await decodeHead({ bytes: Buffer.from(content), isWhole: true }, OPTIONS, 256 * 1024);
  return previewFile(head, voucim(), { options: OPTIONS, mapping });
}

const caseFile = (name: string) => readFile(new URL(`../../../support/cases/${name}.csv`, import.meta.url), 'utf8');

const UNKNOWN_NAME = 'Customer ID,Last name,Colour of hair\nM1,Falk,brown\n';
const SIBLINGS: Readonly<Record<string, string>> = {
  'one near-miss among labels': 'Customer ID,Last name,Zip code\nM1,Falk,SW1A 1AA\n',
  'names that stand for nothing': UNKNOWN_NAME,
};

test('a title that is also the name of a column does not become the header row by the proposed mapping', async () => {
  const { mapping, rejectionWithMapping } = await preview('Branch\nCustomer ID,Last name,Branch\nM1,Falk,York\n');
  expect(rejectionWithMapping).toBeUndefined();
  expect(mapping.map(({ column }) => column)).toEqual([1, 2, 3]);
});

test('a preview warns of invisible characters in a Customer ID, as the import does', async () => {
  const { warnings } = await preview(await caseFile('10b-id-invisible'));
  expect(warnings.filter(({ code }) => code === 'value.invisible-character')).toMatchObject([{ column: 1 }]);
});

describe('a preview first shows the effect of the import', () => {
  test('18b-two-match: two of five columns are imported, three are left out', async () => {
    const { asItStands, rejection } = await preview(await caseFile('18b-two-match'));
    expect(rejection).toBeUndefined();
    expect(asItStands).toEqual({
      imported: [
        { position: 1, name: 'Customer ID', field: 'P008', label: 'Customer ID' },
        { position: 2, name: 'Last name', field: 'P011', label: 'Last name' },
      ],
      ignored: [
        { position: 3, name: 'Telephone' },
        { position: 4, name: 'Post code' },
        { position: 5, name: 'Email address' },
      ],
    });
  });

  test('18-few-match: the import is rejected, and the proposal would not be', async () => {
    const { asItStands, rejection, rejectionWithMapping } = await preview(await caseFile('18-few-match'));
    expect(asItStands).toBeUndefined();
    expect(rejection?.code).toMatch(/^file\./);
    expect(rejectionWithMapping).toBeUndefined();
  });

  test('a column that no field resembles is ignored by the import and by the proposal', async () => {
    const { asItStands, columns } = await preview(UNKNOWN_NAME);
    expect(asItStands?.ignored).toEqual([{ position: 3, name: 'Colour of hair' }]);
    expect(columns[2]?.field).toBeNull();
  });
});

test.each(['18b-two-match', '18-few-match', ...Object.keys(SIBLINGS)])(
  '%s: an import with the proposed mapping does what the proposal says',
  async (name) => {
    const content = SIBLINGS[name] ?? (await caseFile(name));
    const { columns, mapping } = await preview(content);
    const { asItStands, rejection } = await preview(content, mapping);
    expect(rejection).toBeUndefined();
    const proposed = columns.filter(({ field }) => field !== null);
    expect(asItStands?.imported.map(({ position, field }) => ({ position, field }))).toEqual(
      proposed.map(({ position, field }) => ({ position, field })),
    );
  },
);
