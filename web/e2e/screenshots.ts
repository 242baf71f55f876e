// Pictures of each page, for people to look at: npm run e2e -- --screenshots FOLDER
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { environment, screenshots } from './support/environment.ts';
import { everyPage, type PageOfConsole } from './support/pages.ts';
import { expect, heading, test } from './support/test.ts';

const WIDTHS = [390, 1280, 1366, 2560];
/** From this width on, no table needs to be scrolled sideways. */
const LEAST_WHOLE_WIDTH = 1280;

/** Customers with values that a table for them cannot all have. */
const MEMBERS = {
  name: 'members of the loyalty programme.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Customer ID,First name,Last name,Mobile,Joined,Postcode or ZIP,Remarks of the branch',
      ...['03/04/2026', '31/12/2025', '30/11/2025', '28/02/2026', 'soon', '13/03/2026'].map(
        (day, at) => `C-${at},Amelia,Lee ${at},77009001${at}0,${day},SW1A ${at}AA,Wants a call in the evening`,
      ),
      '',
    ].join('\n'),
  ),
};

/** What a page shows after the user has done something. */
interface State extends Pick<PageOfConsole, 'name' | 'path' | 'heading'> {
  readonly act?: (page: Page) => Promise<void>;
}

function statesOf(pages: readonly PageOfConsole[]): readonly State[] {
  const named = (name: string): PageOfConsole => {
    const found = pages.find((page) => page.name === name);
    if (found === undefined) throw new Error(`The list of pages has no ${name}.`);
    return found;
  };
  const [accounts, account] = [named('accounts'), named('account')];
  const fromFile = named('crm-table-from-file');
  const newImport = named('new-import');
  return [
    ...pages,
    {
      ...fromFile,
      name: 'crm-table-from-file-proposed',
      act: async (page) => {
        await page.locator('input[type=file]').setInputFiles(MEMBERS);
        await page.getByRole('radio', { name: 'Choose Joined (column 5)' }).check();
      },
    },
    {
      ...newImport,
      name: 'new-import-columns',
      act: async (page) => {
        await page.locator('input[type=file]').last().setInputFiles(MEMBERS);
        for (const text of [/the first line names the columns/, /Postcode/]) {
          await page.getByRole('button', { name: 'Next', exact: true }).click();
          await expect(page.getByText(text).first()).toBeVisible();
        }
      },
    },
    {
      ...named('try-out'),
      name: 'try-out-records',
      act: async (page) => {
        await page.locator('input[type=file]').setInputFiles(MEMBERS);
        await page.getByLabel('Last name', { exact: true }).fill('l');
        await page.getByRole('button', { name: 'Search', exact: true }).click();
      },
    },
    {
      ...named('import'),
      name: 'import-failed',
      act: (page) => page.getByRole('tab', { name: /Failed records/ }).click(),
    },
    { ...accounts, name: 'palette', act: (page) => page.keyboard.press('Control+k') },
    {
      ...named('new-account'),
      name: 'new-account-errors',
      act: (page) => page.getByRole('button', { name: 'Create account' }).click(),
    },
    { ...account, name: 'account-filtered', path: `${account.path}?campaigns.filter=nothing` },
    {
      ...named('campaign'),
      name: 'campaign-delete',
      act: (page) => page.getByRole('button', { name: 'Delete' }).click(),
    },
    {
      ...accounts,
      name: 'user-menu',
      act: (page) => page.getByRole('button', { name: /Sign out/ }).click(),
    },
    {
      ...accounts,
      name: 'appearance-menu',
      act: (page) => page.getByRole('button', { name: 'Appearance' }).click(),
    },
  ];
}

async function show(page: Page, { path, heading: title, act }: State): Promise<void> {
  await page.goto(path);
  await expect(heading(page, title)).toBeVisible();
  // The top bar arranges itself after its fonts are loaded.
  await page.waitForLoadState('networkidle');
  await act?.(page);
  await page.waitForLoadState('networkidle');
}

/** The elements whose content has to be scrolled sideways. */
function cutElements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .map(({ className, textContent }) => `${className}: ${textContent?.slice(0, 60)}`),
  );
}

test.setTimeout(1_800_000);

test('pictures of every page', async ({ page, open, api, account }) => {
  const states = statesOf(await everyPage(api, account));
  await open('/accounts');
  for (const state of states) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : Math.round((width * 9) / 16) });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // A menu that is open while the theme changes would stand at another place.
        if (colorScheme === 'light' || state.act !== undefined) await show(page, state);
        const path = join(screenshots, `${state.name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, animations: 'disabled', fullPage: width === 390 && state.act === undefined });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(overflow, `${state.name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
        if (width >= LEAST_WHOLE_WIDTH) {
          expect.soft(await cutElements(page), `${state.name} at ${width} px is cut`).toEqual([]);
        }
      }
    }
  }
});

test('pictures of the sign-in page', async ({ page }) => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : Math.round((width * 9) / 16) });
    await page.goto('/accounts');
    await expect(page).toHaveURL(new RegExp(`^${environment.issuer}`));
    await page.screenshot({ path: join(screenshots, `sign-in-${width}-light.png`) });
  }
});
