import type { components } from '../../shared/api/schema.ts';
import type { Rules } from './choices-model.ts';
import type { MappedColumn } from './mapping-model.ts';
import { RULES_TEXT, SUMMARY } from './text.ts';

type Estimate = components['schemas']['CostEstimate'];

const number = new Intl.NumberFormat('en');

/** `1,204` */
export const count = (value: number): string => number.format(value);

/** `about 3 minutes` */
export function minutes(amount: number): string {
  if (amount < 1) return 'less than a minute';
  const [value, unit] = amount < 90 ? [Math.round(amount), 'minute'] : [Math.round(amount / 60), 'hour'];
  return `about ${count(value)} ${unit}${value === 1 ? '' : 's'}`;
}

/** Records that are neither imported nor unchanged. */
export const failing = ({ rows, inserts, updates, unchanged }: Estimate): number =>
  Math.max(0, rows - inserts - updates - unchanged);

/** Whether no record would have an effect, although there are records. */
export const isFutile = (estimate: Estimate): boolean => estimate.rows > 0 && failing(estimate) === estimate.rows;

/** `About 1,204 new, 88 changed, 12 will fail.` */
export const expectation = (estimate: Estimate): string =>
  SUMMARY.expected(count(estimate.inserts), count(estimate.updates), count(failing(estimate)));

const MOST_NAMES = 20;

/** Names, and how many more there are. */
export function namesText(names: readonly string[]): string {
  if (names.length === 0) return SUMMARY.none;
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} ${SUMMARY.more(names.length - MOST_NAMES)}` : shown;
}

/** What becomes of the cells of a column beyond its field. */
export const refinementText = ({ choice: { values = {}, default: fallback, dateForm } }: MappedColumn): string =>
  SUMMARY.refined(
    Object.keys(values).length,
    fallback === '' ? undefined : fallback,
    dateForm && SUMMARY.dateForms[dateForm],
  );

/** What is done with the records. @param labelOf the label of a field, by its code */
export function rulesText(
  { mode, duplicates, blank, conflicts, strictFields, ...switches }: Rules,
  labelOf: (code: string) => string,
): string {
  return [
    RULES_TEXT.modes[mode],
    `${RULES_TEXT.duplicates}: ${RULES_TEXT.duplicateRules[duplicates]}`,
    `${RULES_TEXT.blank}: ${RULES_TEXT.blanks[blank]}`,
    `${RULES_TEXT.conflicts}: ${RULES_TEXT.conflictRules[conflicts]}`,
    ...(['dryRun', 'unwrapFormulas', 'consistentRead'] as const)
      .filter((name) => switches[name])
      .map((name) => RULES_TEXT[name]),
    ...(strictFields.length > 0 ? [`${RULES_TEXT.strict}: ${strictFields.map(labelOf).join(', ')}`] : []),
  ].join('. ');
}
