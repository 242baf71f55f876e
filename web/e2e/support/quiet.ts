import type { Page } from 'playwright/test';

const QUIET_MS = 100;
const POLL_MS = 25;

/**
 * Waits until the page has had no request for a moment. `networkidle` of Playwright waits for half a second each time, and
 * says nothing after a page was opened by a link.
 */
export async function isQuiet(page: Page, act: () => Promise<unknown>): Promise<void> {
  let running = 0;
  let last = Date.now();
  const count = (change: number) => () => {
    running += change;
    last = Date.now();
  };
  const [started, ended] = [count(1), count(-1)];
  page.on('request', started).on('requestfinished', ended).on('requestfailed', ended);
  try {
    await act();
    while (running > 0 || Date.now() - last < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  } finally {
    page.off('request', started).off('requestfinished', ended).off('requestfailed', ended);
  }
}
