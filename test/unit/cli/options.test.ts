import { describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { addImportOptions, type ImportFlags, importOptionsOf } from '../../../cli/options/import-options.ts';
import { parseFieldCodes, parseMapping } from '../../../cli/options/mapping.ts';
import { parseCount, parseDollars } from '../../../cli/options/numbers.ts';
import { parsePrefix } from '../../../cli/options/table.ts';
import { readWhen } from '../../../cli/options/when.ts';

function flagsOf(...args: string[]): ImportFlags {
  const command = addImportOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr() {} });
  return command.parse(args, { from: 'user' }).opts();
}

describe('options of an import', () => {
  test('are absent from the request if none is given', () => expect(importOptionsOf(flagsOf())).toEqual({}));

  test('become options of the API', () => {
    const flags = flagsOf(
      ...[
        '--delimiter',
        'semicolon',
        '--header',
        'no',
        '--skip-lines',
        '3',
        '--encoding',
        'utf-16le',
        '--compression',
        'gzip',
      ],
      ...['--customer-id', 'none', '--duplicates', 'last', '--blank', 'keep', '--mode', 'insert-only', '--dry-run'],
      ...['--strict-fields', 'p012, P013', '--consistent-read', '--map', 'Post code=P018', '--map', '3=P004'],
      ...['--map', 'Notes='],
    );
    expect(importOptionsOf(flags)).toEqual({
      options: {
        delimiter: 'semicolon',
        header: false,
        skipLines: 3,
        encoding: 'utf-16le',
        compression: 'gzip',
        customerId: 'none',
        duplicates: 'last',
        blank: 'keep',
        mode: 'insert-only',
        dryRun: true,
        strictFields: ['P012', 'P013'],
        consistentRead: true,
      },
      mapping: [
        { column: 'Post code', field: 'P018' },
        { column: 3, field: 'P004' },
        { column: 'Notes', field: null },
      ],
    });
  });

  test.each([
    [['--header', 'maybe']],
    [['--encoding', 'latin-1']],
    [['--skip-lines', '-1']],
    [['--skip-lines', '1001']],
    [['--mode', 'replace']],
    [['--map', 'Postcode']],
    [['--map', '=P018']],
    [['--map', 'Postcode=18']],
    [['--strict-fields', 'P12']],
  ])('%j is rejected', (args) => expect(() => flagsOf(...args)).toThrow());

  test('a column may have an equals sign in its name', () => {
    expect(parseMapping('Joined=P021:month-first')).toEqual([
      { column: 'Joined', field: 'P021', dateForm: 'month-first' },
    ]);
    expect(parseMapping('a=b=P018')).toEqual([{ column: 'a=b', field: 'P018' }]);
    expect(parseFieldCodes('P001')).toEqual(['P001']);
  });

  test('reads prefixes, counts and amounts', () => {
    expect(parsePrefix('voucim')).toBe('VOUCIM');
    expect(() => parsePrefix('VOUCHER')).toThrow(/prefix/);
    expect(parseCount('20')).toBe(20);
    for (const text of ['0', '-1', '1.5', 'x', '']) expect(() => parseCount(text)).toThrow();
    expect([parseDollars('$2.50'), parseDollars('0')]).toEqual([2.5, 0]);
    for (const text of ['-1', 'x', '', '1,50']) expect(() => parseDollars(text)).toThrow();
  });
});

describe('when a schedule runs', () => {
  test.each([
    [{ once: '2026-12-01 6:00' }, { frequency: 'once', once: '2026-12-01T06:00' }],
    [{ once: '2026-12-01T23:59' }, { frequency: 'once', once: '2026-12-01T23:59' }],
    [{ hourly: ':15' }, { frequency: 'hourly', minute: 15 }],
    [{ hourly: '5' }, { frequency: 'hourly', minute: 5 }],
    [{ daily: '6:30' }, { frequency: 'daily', time: '06:30' }],
    [{ weekly: 'mon, Thursday,mon@06:00' }, { frequency: 'weekly', weekdays: ['monday', 'thursday'], time: '06:00' }],
    [{ monthly: '31@06:00' }, { frequency: 'monthly', day: 31, time: '06:00' }],
    [{ monthly: 'last@06:00' }, { frequency: 'monthly', day: 'last', time: '06:00' }],
  ])('%j', (flags, when) => expect(readWhen(flags)).toEqual(when));

  test.each([
    [{}],
    [{ daily: '06:00', hourly: ':15' }],
    [{ once: 'tomorrow' }],
    [{ once: '2026-12-01 25:00' }],
    [{ hourly: ':60' }],
    [{ daily: '24:00' }],
    [{ weekly: 'someday@06:00' }],
    [{ weekly: 'mon' }],
    [{ monthly: '32@06:00' }],
    [{ monthly: '1' }],
  ])('%j is rejected with an example', (flags) => {
    expect(() => readWhen(flags)).toThrow(
      expect.objectContaining({ code: 'usage', advice: expect.stringMatching(/\d/) }),
    );
  });
});
