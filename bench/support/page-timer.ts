import type { Page } from 'playwright';

/** Runs in the page, and leaves a promise there: from the key to the second frame after the one in which the element appears, which is painted. */
const TIMER = `({ key, shown }) => {
  globalThis.timeToPaint = new Promise((done, fail) => {
    setTimeout(() => fail(new Error(key + ' has not brought ' + shown)), 30000);
    const onKey = (event) => {
      if (event.key !== key) return;
      removeEventListener('keydown', onKey, true);
      const startedAt = performance.now();
      const observer = new MutationObserver(() => {
        if (!document.querySelector(shown)) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - startedAt)));
      });
      observer.observe(document.body, { childList: true, subtree: true });
    };
    addEventListener('keydown', onKey, true);
  });
}`;

/**
 * Presses a key.
 * @param shown a selector of what the key brings, and the page does not have yet
 * @returns milliseconds from the key until it is painted
 */
export async function timeToPaint(page: Page, key: string, shown: string): Promise<number> {
  if ((await page.locator(shown).count()) > 0) throw new Error(`The page has ${shown} already.`);
  // The key must not come before the page listens.
  await page.evaluate(`(${TIMER})(${JSON.stringify({ key, shown })})`);
  await page.keyboard.press(key);
  return page.evaluate<number>('globalThis.timeToPaint');
}
