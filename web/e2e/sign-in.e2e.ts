import { environment, personOf } from './support/environment.ts';
import { expect, heading, signIn, test } from './support/test.ts';

const PEOPLE = [
  { role: 'administrator', start: /\/accounts$/, mayImport: true },
  { role: 'supervisor', start: /\/accounts$/, mayImport: true },
  { role: 'agent', start: /\/desk(\/|$)/, mayImport: false },
];

for (const { role, start, mayImport } of PEOPLE) {
  test.describe(`the ${role}`, () => {
    // The first page reads the tables of each account, and a journey beside this one may delete its account meanwhile.
    test.use({ role, expected: ['status of 404 .*/api/accounts/[A-Z]{3}/crm-tables'] });

    test('signs in and sees the pages of the role', async ({ page, role }) => {
      await signIn(page, personOf(role), '/');
      await expect(page).toHaveURL(start);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.getByRole('button', { name: /Sign out/ }).click();
      await expect(page.getByRole('menu')).toContainText('Sign out');
      await expect(page.locator('#top-bar')).toContainText(role);
      const imports = page.getByRole('navigation').getByRole('link', { name: 'Imports' });
      await expect(imports).toHaveCount(mayImport ? 1 : 0);
    });
  });
}

test('a person comes back to the address that was opened, and signs out', async ({ page, role }) => {
  await signIn(page, personOf(role), '/imports?imports.filter=failed');
  await expect(page).toHaveURL('/imports?imports.filter=failed');
  await page.getByRole('button', { name: /Sign out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(heading(page, 'You are signed out')).toBeVisible();
  await page.goto('/accounts');
  await expect(page).toHaveURL(new RegExp(`^${environment.issuer}/oauth2/authorize`));
});

test('a person who opened an address that names another host comes to the start page', async ({ page, role }) => {
  const address = `${environment.console}//host/accounts`;
  // The embedded cloud rejects this address. CloudFront serves the page for it.
  await page.route(address, async (route) => {
    await route.fulfill({ response: await route.fetch({ url: `${environment.console}/accounts` }) });
  });
  await signIn(page, personOf(role), address);
  await expect(page).toHaveURL(`${environment.console}/accounts`);
  await expect(heading(page, 'Accounts')).toBeVisible();
});

test('a sign-in that did not begin in this tab is rejected @full', async ({ page }) => {
  await page.goto('/signed-in?code=stolen&state=unknown');
  await expect(heading(page, 'You could not be signed in')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in' }).click();
  const [person] = environment.people;
  if (person === undefined) throw new Error('Nobody can sign in.');
  await page.getByRole('button', { name: person.name }).waitFor();
  await signIn(page, person, '/accounts');
});
