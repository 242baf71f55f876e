import { expect, type Locator, type Page } from 'playwright/test';

const MOST_STEPS = 60;

/** Moves to an element as a person without a mouse does. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** Counts the keys that a journey presses from now on, each typed character as one. */
export function countPresses({ keyboard }: Page): () => number {
  let presses = 0;
  const press = keyboard.press.bind(keyboard);
  const type = keyboard.type.bind(keyboard);
  keyboard.press = (key, options) => {
    presses += 1;
    return press(key, options);
  };
  keyboard.type = (text, options) => {
    presses += text.length;
    return type(text, options);
  };
  return () => presses;
}

const CONTROLS = 'a[href], button, input, textarea, select, [tabindex]';

/**
 * The controls below `main` that the Tab key does not reach, as HTML. The cells of a grid and the items of a tree or of tabs
 * are reached by arrows, and have no place of their own in the order.
 */
export async function controlsWithoutFocus(page: Page): Promise<readonly string[]> {
  await page.evaluate((selector) => {
    const isReachable = (element: HTMLElement) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled, [role=radio]') &&
      element.checkVisibility({ visibilityProperty: true });
    for (const element of document.querySelectorAll<HTMLElement>(`main :is(${selector})`)) {
      if (!isReachable(element)) continue;
      element.dataset.expected = '';
      element.addEventListener('focus', () => delete element.dataset.expected);
    }
    if (document.activeElement instanceof HTMLElement) delete document.activeElement.dataset.expected;
  }, CONTROLS);
  const expected = page.locator('[data-expected]');
  const most = (await expected.count()) * 2 + MOST_STEPS;
  for (let step = 0; step < most && (await expected.count()) > 0; step += 1) await page.keyboard.press('Tab');
  return expected.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML.slice(0, 300)));
}
