import { describe, expect, test } from '@jest/globals';
import { type Later, laterFault, newLater, sourceOf } from '../../src/imports/wizard/later-model.ts';
import { LATER } from '../../src/imports/wizard/text.ts';
import { recurrenceOf, recurrenceText, runText, whenOf } from '../../src/schedules/recurrence-model.ts';

const later = (changes: Partial<Later>): Later => ({
  ...newLater(),
  isLater: true,
  name: 'Nightly',
  timeZone: 'Europe/London',
  ...changes,
});
const text = (changes: Partial<Later>) => {
  const when = whenOf(later(changes));
  return when && recurrenceText(when, 'Europe/London');
};

describe('a recurrence', () => {
  test.each<[Partial<Later>, object]>([
    [
      { frequency: 'once', date: '2026-12-01', time: '06:30' },
      { frequency: 'once', once: '2026-12-01T06:30' },
    ],
    [
      { frequency: 'hourly', minute: '5', everyHours: 4 },
      { frequency: 'hourly', minute: 5, everyHours: 4 },
    ],
    [
      { frequency: 'daily', time: '23:59' },
      { frequency: 'daily', time: '23:59' },
    ],
    [
      { frequency: 'weekly', weekdays: ['friday', 'monday'] },
      { frequency: 'weekly', weekdays: ['monday', 'friday'], time: '06:00' },
    ],
    [
      { frequency: 'monthly', day: 'last' },
      { frequency: 'monthly', day: 'last', time: '06:00' },
    ],
    [
      { frequency: 'monthly', day: '31' },
      { frequency: 'monthly', day: 31, time: '06:00' },
    ],
  ])('of %j is sent as %j', (changes, when) => {
    const sent = whenOf(later(changes));
    expect(sent).toEqual(when);
    // And back: the form of a stored schedule sends the same.
    expect(sent && whenOf(recurrenceOf(sent, 'Europe/London'))).toEqual(when);
  });

  test.each<Partial<Later>>([
    { time: '24:00' },
    { time: '6:30' },
    { frequency: 'once', date: '' },
    { frequency: 'weekly', weekdays: [] },
    { frequency: 'hourly', minute: '60' },
  ])('of %j is not complete', (changes) => {
    expect(whenOf(later(changes))).toBeUndefined();
    expect(laterFault(later(changes), 'A definition')).toBe(LATER.whenRule);
  });

  test('is described in words', () => {
    expect(text({ frequency: 'once', date: '2026-12-01', time: '06:30' })).toBe(
      'Once, on Tuesday, 1 December 2026 at 06:30, local time of Europe/London',
    );
    expect(text({ frequency: 'hourly', minute: '5' })).toBe('Every hour, 5 minutes past, local time of Europe/London');
    expect(text({ frequency: 'hourly', minute: '0', everyHours: 6 })).toContain('Every 6 hours, 0 minutes past');
    expect(text({ frequency: 'daily' })).toContain('Every day at 06:00');
    expect(text({ frequency: 'weekly', weekdays: ['monday', 'friday'] })).toContain('Every Monday and Friday at 06:00');
    expect(text({ frequency: 'monthly', day: '22' })).toContain('Every month on the 22nd at 06:00');
    expect(text({ frequency: 'monthly', day: '11' })).toContain('on the 11th');
    expect(text({ frequency: 'monthly', day: 'last' })).toContain('on the last day');
    expect(runText('2026-12-01T06:30:00')).toBe('Tuesday, 1 December 2026, 06:30');
  });
});

describe('the files of a schedule', () => {
  test('are the newest or all new ones, or always the file in the inbox that has the name of the chosen one', () => {
    const file = { name: 'guests.csv' };
    expect(sourceOf({ source: 'newest' }, 'inbox/V/', file)).toEqual({ kind: 'newest' });
    expect(sourceOf({ source: 'all-new' }, 'inbox/V/', file)).toEqual({ kind: 'all-new' });
    expect(sourceOf({ source: 'key' }, 'inbox/V/', file)).toEqual({ kind: 'key', key: 'inbox/V/guests.csv' });
    const inInbox = { name: 'guests.csv', key: 'inbox/V/2026/guests.csv' };
    expect(sourceOf({ source: 'key' }, 'inbox/V/', inInbox)).toEqual({ kind: 'key', key: inInbox.key });
  });
});

describe('a schedule', () => {
  test('needs a name and a definition', () => {
    expect(laterFault(later({ name: ' ' }), 'A definition')).toBe(LATER.nameRule);
    expect(laterFault(later({}), '')).toBe(LATER.definitionRule);
    expect(laterFault(later({}), 'A definition')).toBeUndefined();
    expect(laterFault({ ...later({ name: '' }), isLater: false }, '')).toBeUndefined();
  });
});
