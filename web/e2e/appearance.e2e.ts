import { isQuiet } from './support/quiet.ts';
import { expect, test } from './support/test.ts';

test('theme and density stay after a reload', async ({ page, open }) => {
  await open('/accounts');
  const body = page.locator('body');
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByRole('menuitemcheckbox', { name }).click();
  };
  await choose('Dark theme');
  await choose('Compact density');
  await expect(body).toHaveClass(/awsui-dark-mode/);
  await expect(body).toHaveClass(/awsui-compact-mode/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Appearance' })).toBeVisible();
  await expect(body).toHaveClass(/awsui-dark-mode/);
  await expect(body).toHaveClass(/awsui-compact-mode/);
  await choose('Light theme');
  await choose('Compact density');
  await expect(body).not.toHaveClass(/awsui-dark-mode|awsui-compact-mode/);
});

test('the theme of the system is followed until the user chooses one @full', async ({ page, open }) => {
  await open('/accounts');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('body')).toHaveClass(/awsui-dark-mode/);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('body')).not.toHaveClass(/awsui-dark-mode/);
});

test('the menus of the top bar stay inside a narrow window @full', async ({ page, open }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await isQuiet(page, () => open('/accounts'));
  for (const name of ['Appearance', /Sign out/]) {
    await page.getByRole('button', { name }).click();
    const menu = page.getByRole('menu').filter({ visible: true });
    await expect(menu).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
  }
});
