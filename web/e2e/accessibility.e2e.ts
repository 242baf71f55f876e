import type { Page } from 'playwright/test';
import { accessibilityViolations } from './support/axe.ts';
import { everyPage, type PageOfConsole } from './support/pages.ts';
import { isQuiet } from './support/quiet.ts';
import { expect, heading, test } from './support/test.ts';

const ROLES = ['administrator', 'supervisor', 'agent'];

for (const role of ROLES) {
  // In `npm test` the administrator sees every page; the other roles follow in `npm run e2e`.
  test.describe(`every page as ${role}${role === 'administrator' ? '' : ' @full'}`, () => {
    test.use({ role });
    test.setTimeout(600_000);

    test('is accessible in light and dark, and is shown only to those who may see it', async ({
      page,
      open,
      api,
      account,
    }) => {
      const pages = await everyPage(api, account);
      const loaded = page.waitForResponse((response) => response.url().endsWith('/api/me'));
      await open('/accounts');
      const { permissions }: { readonly permissions: readonly string[] } = await (await loaded).json();
      for (const each of pages) {
        await isQuiet(page, async () => {
          await goTo(page, each.path);
          await expect(heading(page, titleFor(each, permissions))).toBeVisible();
        });
        expect.soft(await accessibilityViolations(page), each.name).toEqual([]);
      }
    });
  });
}

/** Goes to another page as a link does, without loading the document again. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState({ index: history.length }, '', address);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  }, path);
}

const titleFor = ({ heading: title, permission }: PageOfConsole, permissions: readonly string[]): string =>
  permissions.includes(permission) ? title : 'You do not have access to this page';
