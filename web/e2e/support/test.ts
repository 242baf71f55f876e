import { test as base, expect, type Page } from 'playwright/test';
import { SeedApi } from './api.ts';
import { type Person, personOf } from './environment.ts';
import { watch } from './page-guard.ts';
import { refreshTokenOf } from './sign-in.ts';

interface Options {
  /** Patterns of messages on the console that the journey causes on purpose. Playwright would take a RegExp in a list for options. */
  readonly expected: readonly string[];
  readonly role: string;
}

interface Fixtures extends Options {
  readonly api: SeedApi;
  /** The prefix of an account that no other test uses. It does not exist yet. */
  readonly freePrefix: string;
  /** The prefix of an account of this test. */
  readonly account: string;
  /** Opens an address of the console as a person of the role. */
  readonly open: (path: string) => Promise<void>;
}

interface WorkerFixtures {
  readonly prefixes: Iterator<string, never>;
}

const PER_WORKER = 500;

/** Prefixes of three letters; those of two workers differ. */
function* prefixesFrom(start: number): Generator<string, never> {
  for (let number = start; ; number += 1) {
    const letters = [Math.floor(number / 676) % 26, Math.floor(number / 26) % 26, number % 26];
    yield String.fromCharCode(...letters.map((letter) => 65 + letter));
  }
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  expected: [[], { option: true }],
  role: ['administrator', { option: true }],
  prefixes: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use, { workerIndex }) => use(prefixesFrom(workerIndex * PER_WORKER)),
    { scope: 'worker' },
  ],
  context: async ({ context, expected }, use) => {
    const found = watch(context, expected);
    await use(context);
    expect(found).toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  api: async ({}, use) => use(await SeedApi.open()),
  freePrefix: async ({ prefixes }, use) => use(prefixes.next().value),
  account: async ({ api, freePrefix }, use) => {
    await api.createAccount(freePrefix);
    await use(freePrefix);
  },
  open: async ({ page, role }, use) => use((path) => openSignedIn(page, personOf(role), path)),
});

/** A script of the page reads the session when it starts, so that the session has to be there before: the picture has no scripts. */
async function openSignedIn(page: Page, person: Person, path: string): Promise<void> {
  const [token] = await Promise.all([refreshTokenOf(person), page.goto('/favicon.svg')]);
  await page.evaluate((value) => sessionStorage.setItem('switchboard.refresh-token', value), token);
  await page.goto(path);
  await expect(page.getByRole('button', { name: 'Find (Ctrl+K)' })).toBeVisible();
}

/** Opens an address of the console and chooses a person on the sign-in page. */
export async function signIn(page: Page, person: Pick<Person, 'name'>, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: person.name }).click();
  await expect(page.getByRole('button', { name: 'Find (Ctrl+K)' })).toBeVisible();
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** A message. The page may have it a second time, for screen readers alone. */
export const message = (page: Page, text: string | RegExp) => page.getByText(text).first();

export { status } from './page-guard.ts';
export { expect };
