import * as z from 'zod';
import { shownValue } from '../../../crm-tables/index.ts';

/** A value of a column, and the physical line on which its record begins. */
export interface LocatedValue {
  readonly line: number;
  readonly value: string;
}

export const ValueExampleSchema = z
  .strictObject({ line: z.int().min(1), value: z.string() })
  .meta({ id: 'ValueExample' });
export type ValueExample = z.infer<typeof ValueExampleSchema>;

/** A person recognises a fault by a few values. */
const MOST_EXAMPLES = 5;
const LONGEST_EXAMPLE = 60;

/** The first few different values, shortened. */
export function examplesOf(values: readonly LocatedValue[]): ValueExample[] {
  const different = new Map<string, number>();
  for (const { line, value } of values) {
    if (different.size === MOST_EXAMPLES) break;
    if (!different.has(value)) different.set(value, line);
  }
  return [...different].map(([value, line]) => ({ line, value: shownValue(value, LONGEST_EXAMPLE) }));
}
