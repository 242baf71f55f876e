import { controlsWithoutFocus, tabTo } from './support/keyboard.ts';
import { everyPage } from './support/pages.ts';
import { isQuiet } from './support/quiet.ts';
import { expect, heading, test } from './support/test.ts';

test('an account and a campaign are made by keyboard alone', async ({ page, open, freePrefix }) => {
  await open('/accounts');
  await tabTo(page, page.getByRole('link', { name: 'Create account' }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Account name')).toBeFocused();
  await page.keyboard.type('Voyages');
  await tabTo(page, page.getByLabel('Prefix'));
  await page.keyboard.type(freePrefix);
  await tabTo(page, page.getByLabel('Account manager'));
  await page.keyboard.type('Brigitte Keller');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(`/accounts/${freePrefix}/campaigns/new`);
  await expect(page.getByLabel('Campaign name')).toBeFocused();
  await page.keyboard.type('Renewals');
  await tabTo(page, page.getByRole('button', { name: 'Create campaign' }));
  await page.keyboard.press('Space');
  await expect(heading(page, 'Renewals')).toBeVisible();
});

test('the Tab key reaches every control of every page @full', async ({ page, open, api, account }) => {
  test.slow();
  const pages = await everyPage(api, account);
  await open('/accounts');
  for (const { name, path, heading: title } of pages) {
    await isQuiet(page, async () => {
      await page.goto(path);
      await expect(heading(page, title)).toBeVisible();
    });
    expect.soft(await controlsWithoutFocus(page), name).toEqual([]);
  }
});
