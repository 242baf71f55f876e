import { environment } from './support/environment.ts';
import { expect, heading, signIn, test } from './support/test.ts';

const PEOPLE = [
  { role: 'administrator', mayImport: true },
  { role: 'supervisor', mayImport: true },
  { role: 'agent', mayImport: false },
];

for (const { role, mayImport } of PEOPLE) {
  test.describe(`the ${role}`, () => {
    test.use({ role });

    test('signs in and sees the pages of the role', async ({ page, open, role }) => {
      await open('/');
      await expect(page).toHaveURL('/accounts');
      await expect(heading(page, 'Accounts')).toBeVisible();
      await page.getByRole('button', { name: /Sign out/ }).click();
      await expect(page.getByRole('menu')).toContainText('Sign out');
      await expect(page.locator('#top-bar')).toContainText(role);
      const imports = page.getByRole('navigation').getByRole('link', { name: 'Imports' });
      await expect(imports).toHaveCount(mayImport ? 1 : 0);
    });
  });
}

test('a person comes back to the address that was opened, and signs out', async ({ page, open }) => {
  await open('/imports?imports.filter=failed');
  await expect(page).toHaveURL('/imports?imports.filter=failed');
  await page.getByRole('button', { name: /Sign out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(heading(page, 'You are signed out')).toBeVisible();
  await page.goto('/accounts');
  await expect(page).toHaveURL(new RegExp(`^${environment.issuer}/oauth2/authorize`));
});

test('a sign-in that did not begin in this tab is rejected', async ({ page }) => {
  await page.goto('/signed-in?code=stolen&state=unknown');
  await expect(heading(page, 'You could not be signed in')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in' }).click();
  const [person] = environment.people;
  if (person === undefined) throw new Error('Nobody can sign in.');
  await page.getByRole('button', { name: person.name }).waitFor();
  await signIn(page, person, '/accounts');
});
