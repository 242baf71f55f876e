import { accessibilityViolations } from './support/axe.ts';
import { everyPage, type PageOfConsole } from './support/pages.ts';
import { expect, heading, test } from './support/test.ts';

const ROLES = ['administrator', 'supervisor', 'agent'];

for (const role of ROLES) {
  // In `npm test` the administrator sees every page; the other roles follow in `npm run e2e`.
  test.describe(`every page as ${role}${role === 'administrator' ? '' : ' @every-role'}`, () => {
    test.use({ role });
    test.setTimeout(180_000);

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
        await page.goto(each.path);
        await expect(heading(page, titleFor(each, permissions))).toBeVisible();
        await page.waitForLoadState('networkidle');
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          expect.soft(await accessibilityViolations(page), `${each.name} in ${colorScheme}`).toEqual([]);
        }
      }
    });
  });
}

const titleFor = ({ heading: title, permission }: PageOfConsole, permissions: readonly string[]): string =>
  permissions.includes(permission) ? title : 'You do not have access to this page';
