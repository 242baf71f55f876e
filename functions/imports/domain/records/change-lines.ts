import { escapeControls } from '../../../crm-tables/index.ts';
import { reportCell } from './report-cell.ts';

/** A value that an update changed; `''` is no value. */
export interface ChangedValue {
  readonly code: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** An update of one customer. */
export interface CustomerChange {
  /** Physical line of the file on which the record begins, counted from 1. */
  readonly line: number;
  readonly customerId: string;
  readonly values: readonly ChangedValue[];
}

/** One line of `before.jsonl`: an object with `null` for no value. Nothing is cut, so that an update can be undone. */
export function beforeLine({ line, customerId, values }: CustomerChange): string {
  const of = (side: 'before' | 'after') => Object.fromEntries(values.map((value) => [value.code, value[side] || null]));
  return `${JSON.stringify({ customerId, line, before: of('before'), after: of('after') })}\n`;
}

/** The header row of `changes.csv`. */
export const CHANGES_HEADER = 'Line,Customer ID,Field,Label,Old value,New value\r\n';

/** The lines of `changes.csv`: one for each value. They begin with the line number, by which `order-lines.ts` sorts. */
export function changeLines({ line, customerId, values }: CustomerChange): string {
  const cell = (text: string) => reportCell(text, escapeControls(text));
  return values
    .map(({ code, label, before, after }) => [line, cell(customerId), code, cell(label), cell(before), cell(after)])
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}
