// Pictures of each page, for people to look at: npm run e2e -- --screenshots FOLDER
import { join } from 'node:path';
import { screenshots } from './support/environment.ts';
import { everyPage } from './support/pages.ts';
import { expect, heading, test } from './support/test.ts';

const WIDTHS = [390, 1366, 2560];

test.setTimeout(600_000);

test('pictures of every page', async ({ page, open, api, account }) => {
  const pages = await everyPage(api, account);
  await open('/accounts');
  for (const each of pages) {
    await page.goto(each.path);
    await expect(heading(page, each.heading)).toBeVisible();
    await page.waitForLoadState('networkidle');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : Math.round((width * 9) / 16) });
        const path = join(screenshots, `${each.name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, animations: 'disabled' });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(overflow, `${each.name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
      }
    }
  }
});
