import { describe, expect, test } from '@jest/globals';
import { readMetadata } from '../../../../functions/imports/domain/uploads/object-metadata.ts';

const wrong = (metadata: Record<string, string>) => {
  try {
    readMetadata(metadata);
  } catch (error) {
    return error;
  }
  throw new Error('the metadata was accepted');
};

describe('the name of an option in metadata', () => {
  test.each(['dryRun', 'dryrun', 'dry_run', 'Dry-Run', 'DRY-RUN'])('may be spelled %s', (name) => {
    expect(readMetadata({ [name]: 'yes' })).toEqual({ options: { dryRun: true } });
  });

  test.each([
    ['customerId', 'none', { customerId: 'none' }],
    ['customer_id', 'none', { customerId: 'none' }],
    ['strictfields', 'P012', { strictFields: ['P012'] }],
    ['ConsistentRead', 'yes', { consistentRead: true }],
  ])('may be spelled %s', (name, value, options) => {
    expect(readMetadata({ [name]: value })).toEqual({ options });
  });

  test.each([
    ['import-mode', 'insert-only', 'mode'],
    ['importmode', 'insert-only', 'mode'],
    ['x-dry-run', 'yes', 'dry-run'],
    ['switchboard_customerid', 'none', 'customer-id'],
    ['header-row', 'no', 'header'],
    ['dry-rum', 'yes', 'dry-run'],
    ['dryrnu', 'yes', 'dry-run'],
    ['duplicate', 'last', 'duplicates'],
    ['definitions', 'Weekly', 'definition'],
    ['moed', 'insert-only', 'mode'],
    ['modes', 'update-only', 'mode'],
  ])('rejects %s=%s, and proposes %s', (name, value, option) => {
    expect(wrong({ [name]: value })).toMatchObject({
      code: 'options.invalid',
      message: `The import options of the file are wrong. ${name} is not an option. Did you mean ${option}?`,
      violations: [{ pointer: `/${name}`, code: 'option.unknown' }],
    });
  });

  test('rejects one option under two spellings, whichever they are', () => {
    const message = /dry-run is given twice, as dry-run and as dryrun\. Remove one of them\./;
    expect(wrong({ 'dry-run': 'no', dryrun: 'yes' })).toMatchObject({ message: expect.stringMatching(message) });
  });

  test.each([
    ['mtime', '1764450000.5'],
    ['s3cmd-attrs', 'atime:1/gname:crm/mode:33188/uid:1000'],
    // A mounted bucket: the mode is a file's.
    ['mode', '33188'],
    ['uid', '1000'],
    ['file-mode', '0644'],
    ['content-encoding', 'utf-8'],
    ['node', 'ip-10-0-0-1'],
    ['code', 'A1'],
    ['model-version', '3'],
    ['sha256', '9f86d081884c'],
    ['source-system', 'billing'],
    ['owner', 'Nina'],
  ])('ignores %s=%s: another tool uses it', (name, value) => {
    expect(readMetadata({ [name]: value })).toEqual({ options: {} });
  });

  test('still rejects an unknown mode', () => {
    expect(wrong({ mode: 'replace' })).toMatchObject({ message: expect.stringMatching(/mode: .*insert-only/) });
  });
});

describe('a value in metadata', () => {
  test.each([
    ['=?utf-8?q?N=C3=A4chtlich?=', 'Nächtlich'],
    ['=?UTF-8?Q?N=C3=A4chtlich_um_drei?=', 'Nächtlich um drei'],
    ['=?utf-8?B?TsOkY2h0bGljaA==?=', 'Nächtlich'],
    ['=?iso-8859-1?q?N=E4chtlich?=', 'Nächtlich'],
    ['=?utf-8*de?q?N=C3=A4chtlich?=', 'Nächtlich'],
    // A long value comes as several words, cut between any two bytes.
    ['=?utf-8?q?N=C3?= =?utf-8?q?=A4chtlich?=', 'Nächtlich'],
    ['=?utf-8?q?N=C3=A4cht?=\r\n =?iso-8859-1?q?lich_=E4?=', 'Nächtlich ä'],
    ['before =?utf-8?q?=C3=A4?= after', 'before ä after'],
  ])('is decoded from its RFC 2047 form %j', (encoded, text) => {
    expect(readMetadata({ definition: encoded })).toEqual({ definition: text, options: {} });
  });

  test.each(['=?utf-8?q?=FF?=', '=?no-charset?q?a?=', '=?utf-8?x?a?=', '=?utf-8?q?a', 'plain = text?'])(
    'stays as it is where it has no such form: %j',
    (text) => {
      expect(readMetadata({ definition: text })).toEqual({ definition: text, options: {} });
    },
  );
});
