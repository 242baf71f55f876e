import axe from 'axe-core';
import { expect, type Page } from 'playwright/test';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

type Rules = 'all' | 'of-colours';

interface Axe {
  run(options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

/** The rules of accessibility that the page breaks in its light theme, and in its dark theme, each with its elements. */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  // The page itself may not run text as a script. The debugger may.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const inLight = await violations(page, 'all');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.locator('body')).toHaveClass(/awsui-dark-mode/);
  // The elements of the page are the same in both themes: only their colours differ.
  const inDark = await violations(page, 'of-colours');
  return [...inLight, ...inDark.map((violation) => `dark: ${violation}`)];
}

async function violations(page: Page, rules: Rules): Promise<readonly string[]> {
  const found = await page.evaluate(async (kind): Promise<readonly Violation[]> => {
    const inPage: Axe = Reflect.get(window, 'axe');
    const options = kind === 'all' ? {} : { runOnly: ['color-contrast', 'link-in-text-block'] };
    return (await inPage.run({ ...options, resultTypes: ['violations'] })).violations;
  }, rules);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
}
