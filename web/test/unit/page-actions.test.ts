import { describe, expect, test } from '@jest/globals';
import { actionOf, type PageAction, shownKey } from '../../src/shared/keys/page-action.ts';
import { pageActions, registerActions } from '../../src/shared/keys/registered.ts';

const ACTIONS: readonly PageAction[] = ['e', '?', 'Delete', 'Escape', 'Ctrl+Enter', '1'].map((key) => ({
  ...{ id: key, text: key, key },
  act: () => undefined,
}));
const NONE = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, defaultPrevented: false };
const keyOn = (focus: Parameters<typeof actionOf>[1], key: string, changes: Partial<typeof NONE> = {}) =>
  actionOf({ ...NONE, key, ...changes }, focus, ACTIONS)?.key;

describe('a key', () => {
  test.each(['e', '?', 'Delete', 'Escape', '1'])('%s acts on the page', (key) => {
    expect(keyOn('page', key)).toBe(key);
  });

  test('acts whatever the case of its letter', () => {
    expect(keyOn('page', 'E')).toBe('e');
  });

  test('does nothing while the user types, but for Escape and keys with Ctrl', () => {
    expect(['e', '?', 'Delete', '1'].map((key) => keyOn('text', key))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(keyOn('text', 'Escape')).toBe('Escape');
    expect(keyOn('text', 'Enter', { ctrlKey: true })).toBe('Ctrl+Enter');
    expect(keyOn('text', 'Enter', { metaKey: true })).toBe('Ctrl+Enter');
  });

  test('is left to an open choice and to a dialog', () => {
    expect([keyOn('list', 'e'), keyOn('list', 'Escape')]).toEqual([undefined, undefined]);
    expect(keyOn('list', 'Enter', { ctrlKey: true })).toBe('Ctrl+Enter');
    expect([keyOn('dialog', 'Escape'), keyOn('dialog', 'Enter', { ctrlKey: true })]).toEqual([undefined, undefined]);
  });

  test('that an element has handled, that makes a character or that belongs to the browser does nothing', () => {
    expect(keyOn('page', 'Escape', { defaultPrevented: true })).toBeUndefined();
    expect(keyOn('page', 'e', { isComposing: true })).toBeUndefined();
    expect(keyOn('page', 'e', { altKey: true })).toBeUndefined();
    expect(keyOn('page', 'e', { ctrlKey: true })).toBeUndefined();
  });

  test.each([
    ['e', 'E'],
    ['Escape', 'Esc'],
    ['Ctrl+Enter', 'Ctrl+Enter'],
    ['Ctrl+k', 'Ctrl+K'],
    ['↑ ↓', '↑ ↓'],
  ])('%s is shown as %s', (key, expected) => {
    expect(shownKey(key)).toBe(expected);
  });
});

test('the palette has the actions of the page that is shown', () => {
  const takeBack = registerActions(() => ACTIONS);
  expect(pageActions()).toEqual(ACTIONS);
  takeBack();
  expect(pageActions()).toEqual([]);
});
