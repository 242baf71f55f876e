import { shownValue } from '../../../crm-tables/index.ts';

/** A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t]/;

/** One cell of a CSV file for people. @param shown the text without control characters, cut if it is too long */
export function reportCell(text: string, shown = shownValue(text)): string {
  const safe = FORMULA.test(text) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
