import { beforeEach, describe, expect, test } from '@jest/globals';
import { GuardedHistory } from '../../src/shared/router/guarded-history.ts';
import { FakeBrowser } from './support/fake-browser.ts';

let browser: FakeBrowser;
let history: GuardedHistory;
let places: string[];

beforeEach(() => {
  browser = new FakeBrowser('/accounts?page=2');
  history = new GuardedHistory(browser.window);
  places = [];
  history.subscribe(() => places.push(`${history.place.path}?${history.place.search}`));
});

describe('without a guard', () => {
  test('begins where the browser is', () => {
    expect(history.place).toEqual({ path: '/accounts', search: 'page=2' });
  });

  test('reports each step, and changes the address', async () => {
    history.navigate('/accounts/BRI');
    history.navigate('/accounts/BRI?tab=a', { replace: true });
    await browser.step(-1);
    await browser.step(1);
    expect(places).toEqual(['/accounts/BRI?', '/accounts/BRI?tab=a', '/accounts?page=2', '/accounts/BRI?tab=a']);
    expect(browser.address).toBe('/accounts/BRI?tab=a');
  });

  test('the address that is shown already is no further step', async () => {
    history.navigate('/imports');
    history.navigate('/imports');
    await browser.step(-1);
    expect(browser.address).toBe('/accounts?page=2');
  });

  test('lets the tab close', () => {
    expect(browser.asksBeforeClosing()).toBe(false);
  });
});

describe('with a guard', () => {
  let leave: (() => void) | undefined;

  beforeEach(() => {
    history.navigate('/imports');
    history.navigate('/accounts/new');
    places = [];
    leave = undefined;
    history.setGuard((next) => {
      leave = next;
      return false;
    });
  });

  const discard = async () => {
    history.setGuard(undefined);
    leave?.();
    await new Promise((resolve) => setImmediate(resolve));
  };

  test('a link leads away only after the user has decided to leave', async () => {
    history.navigate('/accounts');
    expect([browser.address, places]).toEqual(['/accounts/new', []]);
    await discard();
    expect([browser.address, places]).toEqual(['/accounts', ['/accounts?']]);
  });

  test.each([
    [-1, '/imports?'],
    [-2, '/accounts?page=2'],
  ])('%d steps back are undone, and happen after the user has decided to leave', async (steps, place) => {
    await browser.step(steps);
    expect([browser.address, places]).toEqual(['/accounts/new', []]);
    await discard();
    expect(places).toEqual([place]);
  });

  test('a second step back asks again', async () => {
    await browser.step(-1);
    leave = undefined;
    await browser.step(-1);
    expect([browser.address, leave]).toEqual(['/accounts/new', expect.any(Function)]);
  });

  test('a change of the search stays on the page', async () => {
    history.navigate('/accounts/new?tab=a');
    await browser.step(-1);
    expect([places, leave]).toEqual([['/accounts/new?tab=a', '/accounts/new?'], undefined]);
  });

  test('a guard that agrees lets the user leave', () => {
    history.setGuard(() => true);
    history.navigate('/accounts');
    expect(browser.address).toBe('/accounts');
  });

  test('the browser asks before it closes the tab', () => {
    expect(browser.asksBeforeClosing()).toBe(true);
  });
});
