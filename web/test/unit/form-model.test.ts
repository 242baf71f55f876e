import { describe, expect, test } from '@jest/globals';
import {
  brokenRules,
  changedByOthers,
  isChanged,
  isToChoose,
  placeViolations,
  withChoices,
} from '../../src/shared/form/form-model.ts';

const violation = (pointer: string, detail: string) => ({ pointer, detail, code: 'not-valid' });

test('brokenRules names the fields whose rule has a message', () => {
  const rules = { name: (value: string) => (value === '' ? 'Enter a name.' : undefined) };
  expect(brokenRules({ name: '', manager: '' }, rules)).toEqual({ name: 'Enter a name.' });
  expect(brokenRules({ name: 'A', manager: '' }, rules)).toEqual({});
});

test('a rule sees the other values', () => {
  const rules = {
    end: (value: string, { start = '' }: Record<string, string>) => (value < start ? 'Too early.' : undefined),
  };
  expect(brokenRules({ start: 'b', end: 'a' }, rules)).toEqual({ end: 'Too early.' });
});

describe('placeViolations', () => {
  const values = { name: '', names: '' };

  test('puts a violation beside the field of its pointer, or of the list that contains it', () => {
    const { fields, rest } = placeViolations([violation('/name', 'A'), violation('/names/0', 'B')], values);
    expect(fields).toEqual({ name: 'A', names: 'B' });
    expect(rest).toEqual([]);
  });

  test('keeps apart what points to no field of the form', () => {
    const { fields, rest } = placeViolations(
      [violation('/nam', 'A'), violation('', 'B'), violation('/limit', 'C')],
      values,
    );
    expect(fields).toEqual({});
    expect(rest).toEqual(['A', 'B', 'C']);
  });
});

describe('two persons change the same entity', () => {
  const base = { name: 'Old', manager: 'Old', limit: '1' };

  test('a field that no other person changed needs no decision', () => {
    expect(changedByOthers(base, { ...base, name: 'Mine' }, base)).toEqual([]);
  });

  test('a field that only the other person changed takes that value unless the user decides otherwise', () => {
    const [field] = changedByOthers(base, { ...base, name: 'Mine' }, { ...base, manager: 'Theirs' });
    expect(field).toEqual({ name: 'manager', before: 'Old', theirs: 'Theirs', mine: 'Old', keep: 'theirs' });
  });

  test('a field that both changed keeps the value of the user until the user decides', () => {
    const [field] = changedByOthers(base, { ...base, name: 'Mine' }, { ...base, name: 'Theirs' });
    expect(field).toEqual({ name: 'name', before: 'Old', theirs: 'Theirs', mine: 'Mine', keep: 'mine' });
  });

  test('only a field that both changed to different values is to be chosen', () => {
    const mine = { name: 'Mine', manager: 'Old', limit: '2' };
    const fields = changedByOthers(base, mine, { name: 'Theirs', manager: 'Theirs', limit: '2' });
    expect(fields.filter(isToChoose).map(({ name }) => name)).toEqual(['name']);
  });

  test('the merge takes the chosen side of each field and leaves the others as the user has typed them', () => {
    const mine = { name: 'Mine', manager: 'Old', limit: '2' };
    const fields = changedByOthers(base, mine, { name: 'Theirs', manager: 'Theirs', limit: '1' });
    expect(withChoices(mine, fields)).toEqual({ name: 'Mine', manager: 'Theirs', limit: '2' });
    const theirs = fields.map((field) => ({ ...field, keep: 'theirs' as const }));
    expect(withChoices(mine, theirs)).toEqual({ name: 'Theirs', manager: 'Theirs', limit: '2' });
  });
});

test('a form is changed while a value differs from the stored one', () => {
  expect(isChanged({ name: 'A' }, { name: 'B' })).toBe(true);
  expect(isChanged({ name: 'A' }, { name: 'A' })).toBe(false);
});
