import type { Preview } from '../api/preview.ts';
import { exampleText } from './example-text.ts';
import { printable } from './printable.ts';

/** The warnings about a file, each with some of the values that it is about. */
export function warningLines(
  warnings: ReadonlyArray<Pick<Preview['warnings'][number], 'detail' | 'examples'>>,
): string[] {
  if (warnings.length === 0) return [];
  const lines = warnings.flatMap(({ detail, examples = [] }) => [
    `  ${printable(detail)}`,
    ...(examples.length > 0 ? [`    ${printable(exampleText(examples))}`] : []),
  ]);
  return ['', 'Warnings:', ...lines];
}
