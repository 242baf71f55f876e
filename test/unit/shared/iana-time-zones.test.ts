import { describe, expect, test } from '@jest/globals';
import tzdata from 'tzdata/timezone-data.json' with { type: 'json' };
import { isIanaTimeZone, timeZoneFault } from '../../../functions/shared/domain/iana-time-zones.ts';

describe('a time zone', () => {
  test.each([
    'Europe/Kyiv',
    'Europe/Kiev',
    'Asia/Calcutta',
    'Asia/Kolkata',
    'UTC',
    'GMT',
    'Etc/GMT+5',
    'US/Eastern',
    'EST',
    'MST',
    'HST',
    'EST5EDT',
    'America/Argentina/Buenos_Aires',
    'Australia/Lord_Howe',
  ])('may be %s: the IANA database has this name', (name) => {
    expect(isIanaTimeZone(name)).toBe(true);
  });

  test.each(['BST', 'IST', 'AST', 'ACT', 'AET', 'ECT', 'JST', 'PST', 'CST', 'PNT', 'SST', 'VST', 'CTT', 'NET'])(
    'may not be %s, which the runtime takes for a place of its own choice',
    (name) => {
      expect(isIanaTimeZone(name)).toBe(false);
      expect(timeZoneFault(name)).toContain(`"${name}" is not a name of the IANA time zone database. `);
    },
  );

  test.each([
    'europe/london',
    'utc',
    'Utc',
    'EUROPE/LONDON',
    '',
    ' ',
    'Factory',
    'Etc/Unknown',
    '+01:00',
    'constructor',
  ])('may not be %j', (name) => {
    expect(isIanaTimeZone(name)).toBe(false);
    expect(timeZoneFault(name)).toMatch(/\?$|Europe\/London\.$/);
  });

  test('is every name of the list, but for the one of a machine that is not set up', () => {
    const names = Object.keys(tzdata.zones);
    expect(names.length).toBeGreaterThan(590);
    expect(names.filter((name) => !isIanaTimeZone(name))).toEqual(['Factory']);
    // Whatever the runtime calls canonical is on the list.
    expect(Intl.supportedValuesOf('timeZone').filter((name) => !isIanaTimeZone(name))).toEqual([]);
  });
});

describe('the message about an unknown time zone', () => {
  test.each([
    ['BST', 'Did you mean Europe/London?'],
    ['bst', 'Did you mean Europe/London?'],
    ['PST', 'Did you mean America/Los_Angeles?'],
    ['JST', 'Did you mean Asia/Tokyo?'],
    ['IST', 'Did you mean Asia/Kolkata, Europe/Dublin or Asia/Jerusalem?'],
    ['CST', 'Did you mean America/Chicago or Asia/Shanghai?'],
    ['europe/london', 'Did you mean Europe/London?'],
    ['utc', 'Did you mean UTC?'],
    ['london', 'Did you mean Europe/London?'],
    ['America/New York', 'Did you mean America/New_York?'],
    ['Europe/Londn', 'Did you mean Europe/London?'],
    ['Mars/Olympus', 'An example is Europe/London.'],
  ])('for %s says: %s', (name, advice) => {
    expect(timeZoneFault(name)).toBe(`"${name}" is not a name of the IANA time zone database. ${advice}`);
  });

  test('proposes only names that are taken', () => {
    for (const name of ['ACT', 'AST', 'CEST', 'ECT', 'AEST', 'NZST', 'EAT', 'MSK', 'WEST', 'EEST', 'CAT', 'SAST']) {
      const proposed = /Did you mean (.*)\?/.exec(timeZoneFault(name))?.[1]?.split(/, | or /) ?? [];
      expect([name, proposed.length > 0, proposed.filter((each) => !isIanaTimeZone(each))]).toEqual([name, true, []]);
    }
  });

  test('shows no more of a long name than a line', () => {
    expect(timeZoneFault('x'.repeat(10_000)).length).toBeLessThan(200);
  });
});
