import * as z from 'zod';
import { shownValue } from '../../../crm-tables/index.ts';
import type { ImportOptions } from '../../../definitions/index.ts';
import { bomLength, bytesAfterMark } from '../csv/byte-order-mark.ts';
import { asBuffer, contentEnd, LF } from '../csv/bytes.ts';

/** A line or record above the header row that is not imported. */
export const SkippedSchema = z
  .strictObject({
    /** Physical line on which it begins; the file's first is 1. */
    line: z.int().min(1),
    /** Its beginning, with control characters escaped. */
    text: z.string(),
  })
  .meta({ id: 'SkippedLine' });
export type Skipped = z.infer<typeof SkippedSchema>;

/** The lines before the first record of a file: a byte-order mark, a line `sep=;`, the lines to skip. */
export interface Opening {
  /** Offset of the first byte that can belong to a record. */
  readonly start: number;
  readonly skipped: readonly Skipped[];
}

/** Spreadsheets write the delimiter into such a first line, and read it. */
const SEPARATOR_LINE = /^("?)sep=([\t\x20-\x21\x23-\x7e])\1(?:\r*\n|\r|$)/i;
/** Longer than any such line. */
const SEPARATOR_BYTES = 32;
const LONGEST_LINE = 80;
/** The most skipped lines that the log shows. */
const MOST_SHOWN = 20;

/** A line, or its beginning, as messages, log and preview quote it. */
const quotedLine = (text: string): string => shownValue(text, LONGEST_LINE);

/** The delimiter in the first line, if that line is `sep=…`. @param head the beginning of the file as UTF-8 */
export function readSeparatorLine(
  head: Uint8Array,
): { readonly delimiter: string; readonly bytes: number } | undefined {
  const text = asBuffer(bytesAfterMark(head)).toString('latin1', 0, SEPARATOR_BYTES);
  const [line, , delimiter] = SEPARATOR_LINE.exec(text) ?? [];
  return line === undefined || delimiter === undefined ? undefined : { delimiter, bytes: line.length };
}

/** @param head the beginning of the file as UTF-8, whose lines end in LF */
export function readOpening(head: Uint8Array, { skipLines }: Pick<ImportOptions, 'skipLines'>): Opening {
  const mark = bomLength(head);
  const separator = readSeparatorLine(head);
  const afterSeparator = mark + (separator?.bytes ?? 0);
  const byHand = skipLines === undefined ? { start: mark, skipped: [] } : skip(head, mark, skipLines);
  if (byHand.start >= afterSeparator || !separator) return byHand;
  return { start: afterSeparator, skipped: [{ line: 1, text: lineAt(head, mark) }] };
}

function skip(head: Uint8Array, from: number, lines: number): Opening {
  const skipped: Skipped[] = [];
  let start = from;
  for (let line = 1; line <= lines && start < head.length; line += 1) {
    if (skipped.length < MOST_SHOWN) skipped.push({ line, text: lineAt(head, start) });
    const lineEnd = head.indexOf(LF, start);
    start = lineEnd === -1 ? head.length : lineEnd + 1;
  }
  return { start, skipped };
}

export function lineAt(head: Uint8Array, start: number): string {
  const found = head.indexOf(LF, start);
  return quotedBytes(head, start, found === -1 ? head.length : contentEnd(head, start, found));
}

/** Quotes a stretch; decodes only the beginning of a long one. */
export function quotedBytes(head: Uint8Array, start: number, end: number): string {
  // No character takes more than four bytes; one character more shows that the text goes on.
  return quotedLine(asBuffer(head).toString('utf8', start, Math.min(end, start + 4 * LONGEST_LINE + 4)));
}
