import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** The rules of accessibility that the page breaks, each with its elements. */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  // The page itself may not run text as a script. The debugger may.
  await page.evaluate(AXE);
  const found = await page.evaluate(async (): Promise<readonly Violation[]> => {
    const axe: { run(): Promise<{ violations: readonly Violation[] }> } = Reflect.get(window, 'axe');
    return (await axe.run()).violations;
  });
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
}
