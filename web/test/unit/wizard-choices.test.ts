import { describe, expect, test } from '@jest/globals';
import {
  choicesOf,
  isSkipLines,
  newChoices,
  newImportOf,
  optionsOf,
  pinnedOptions,
} from '../../src/imports/wizard/choices-model.ts';
import { storedChoices } from '../../src/imports/wizard/draft.ts';
import { localFile } from '../../src/imports/wizard/file-model.ts';
import { formatText } from '../../src/imports/wizard/format-model.ts';
import type { Preview } from '../../src/imports/wizard/mapping-model.ts';
import { expectation, isFutile, minutes, namesText } from '../../src/imports/wizard/summary-model.ts';
import { replaced, replacementsOf, unknownCells, withoutReplacement } from '../../src/imports/wizard/values-model.ts';
import { shownDollars, shownSize } from '../../src/shared/amounts.ts';

const PREVIEW = {
  delimiter: ';',
  header: true,
  encoding: 'windows-1252',
  compression: 'none',
  lineEnd: 'crlf',
  columns: [],
} as unknown as Preview;

describe('the options of a request', () => {
  test('name every rule, so that the default definition changes none, and no format that is to be detected', () => {
    expect(optionsOf(newChoices('VOUCIM'))).toEqual({
      customerId: 'column',
      mode: 'upsert',
      duplicates: 'reject',
      blank: 'clear',
      conflicts: 'import-wins',
      dryRun: false,
      consistentRead: false,
      unwrapFormulas: false,
      strictFields: [],
    });
  });

  test('of the import have the format with which the preview has read the file', () => {
    const choices = newChoices('VOUCIM');
    expect(pinnedOptions(choices, PREVIEW)).toEqual({
      ...optionsOf(choices),
      delimiter: ';',
      header: true,
      encoding: 'windows-1252',
      compression: 'none',
    });
  });

  test('have the format that the user has chosen', () => {
    const format = { delimiter: '|', header: 'no', skipLines: '3', encoding: '', compression: 'gzip' } as const;
    expect(optionsOf({ ...newChoices('VOUCIM'), format })).toMatchObject({
      delimiter: '|',
      header: false,
      skipLines: 3,
      compression: 'gzip',
    });
  });

  test('come back from a saved definition as they were saved', () => {
    const options = {
      delimiter: '\t',
      header: false,
      skipLines: 2,
      mode: 'update-only',
      conflicts: 'agent-wins',
      consistentRead: true,
    } as const;
    const choices = choicesOf({ definitionId: 'd1', prefix: 'VOUCIM', options });
    expect(choices.definitionId).toBe('d1');
    expect(optionsOf(choices)).toMatchObject(options);
  });

  test('allow up to 1,000 skipped lines', () => {
    expect(['', '0', '1000'].map(isSkipLines)).toEqual([true, true, true]);
    expect(['-1', '1001', '2.5', 'two'].map(isSkipLines)).toEqual([false, false, false, false]);
  });
});

test('the import has exactly the options and the mapping that were agreed', () => {
  const agreed = { options: { header: true }, mapping: [{ column: 'Id', field: 'P008' }] };
  expect(newImportOf('VOUCIM', agreed, { name: 'a.csv', bytes: 12 })).toEqual({
    prefix: 'VOUCIM',
    fileName: 'a.csv',
    bytes: 12,
    ...agreed,
  });
});

describe('choices that the tab has kept', () => {
  const choices = newChoices('VOUCIM');
  const stored = JSON.stringify({ fileKey: 'a', choices });

  test('come back for the same file and CRM table only', () => {
    expect(storedChoices(stored, 'a', 'VOUCIM')).toEqual(choices);
    expect(storedChoices(stored, 'b', 'VOUCIM')).toBeUndefined();
    expect(storedChoices(stored, 'a', 'OTHER')).toBeUndefined();
  });

  test.each([null, '', '{', '[]', '{"fileKey":"a"}', '{"fileKey":"a","choices":{"format":1}}'])(
    'are none for %p',
    (text) => {
      expect(storedChoices(text, 'a', 'VOUCIM')).toBeUndefined();
    },
  );
});

test('the beginning of a file is encoded whole', async () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);
  const { head, bytes: size } = await localFile(new File([bytes], 'a.csv'));
  expect(Buffer.from(head, 'base64')).toEqual(Buffer.from(bytes));
  expect(size).toBe(20_000);
});

describe('texts', () => {
  test('say how the file is read', () => {
    expect(formatText(PREVIEW)).toBe(
      'A semicolon stands between two cells, the first line names the columns, the text is Windows-1252 (western European), lines end in carriage return and line feed',
    );
    expect(formatText({ ...PREVIEW, delimiter: '~', compression: 'gzip' })).toContain('A "~" stands');
  });

  test('say what is expected', () => {
    const estimate = { rows: 1304, inserts: 1204, updates: 88, unchanged: 0 } as Parameters<typeof expectation>[0];
    expect(expectation(estimate)).toBe('About 1,204 new, 88 changed, 12 will fail.');
    expect([shownDollars(0), shownDollars(0.004), shownDollars(1.5)]).toEqual(['$0.00', 'less than $0.01', '$1.50']);
    expect([minutes(0.2), minutes(1.2), minutes(89), minutes(180)]).toEqual([
      'less than a minute',
      'about 1 minute',
      'about 89 minutes',
      'about 3 hours',
    ]);
    expect([shownSize(12), shownSize(5_000), shownSize(300 * 1024 ** 2)]).toEqual(['12 bytes', '4.9 KB', '300 MB']);
  });

  test('name the first twenty columns', () => {
    expect(namesText([])).toBe('None');
    expect(namesText(Array.from({ length: 22 }, (_, index) => `C${index}`))).toMatch(/^C0, .*C19 and 2 more$/);
  });
});

describe('cells that a list does not know', () => {
  const preview = {
    columns: [
      {
        position: 2,
        unknownValues: [
          { value: 'Y', records: 4 },
          { value: 'N', records: 1 },
        ],
      },
    ],
  } as unknown as Preview;

  test('come before those that are replaced, and leave when they are', () => {
    const values = { N: 'No' };
    const unknown = unknownCells(preview, 2, values);
    expect(unknown).toEqual([{ value: 'Y', records: 4 }]);
    expect(replacementsOf(values, unknown)).toEqual([
      { cell: 'Y', to: undefined, records: 4 },
      { cell: 'N', to: 'No' },
    ]);
    expect(unknownCells(preview, 1, {})).toEqual([]);
  });

  test('are imported as they are when the replacement is removed', () => {
    expect(replaced({}, 'Y', { clear: true })).toEqual({ Y: { clear: true } });
    expect(replaced({ Y: 'Yes' }, 'Y', undefined)).toEqual({});
    expect(withoutReplacement({ Y: 'Yes', N: 'No' }, 'N')).toEqual({ Y: 'Yes' });
  });
});

test('an estimate without one good record is futile', () => {
  const estimate = { rows: 3, inserts: 0, updates: 0, unchanged: 0 } as Parameters<typeof isFutile>[0];
  expect(isFutile(estimate)).toBe(true);
  expect(isFutile({ ...estimate, unchanged: 1 })).toBe(false);
  expect(isFutile({ ...estimate, rows: 0 })).toBe(false);
});
