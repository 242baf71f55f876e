import * as z from 'zod';
import { StateSchema } from './state.ts';

const PlaceSchema = z.strictObject({
  /** Offset in the object. */
  offset: z.int().min(0),
  /** Line ends between the start of the part and here. */
  line: z.int().min(0),
});

/** The contents of a stretch of bytes, given the state in which it begins. Offsets are those of the object. */
export const ScanPartSchema = z.strictObject({
  end: StateSchema,
  /** Records that begin in the stretch. */
  records: z.int().min(0),
  first: PlaceSchema.optional(),
  /** The end of the record that was open at the start, line end included. */
  firstEnd: z.int().min(0).optional(),
  /** The record that begins in the stretch and does not end in it. */
  open: PlaceSchema.optional(),
  /** The first record that begins and ends in the stretch and is too long. */
  tooLong: PlaceSchema.optional(),
  /** Line ends, in quoted fields too. */
  lines: z.int().min(0),
  /** Line ends outside quotes, by kind. */
  lf: z.int().min(0),
  crlf: z.int().min(0),
});
export type ScanPart = z.infer<typeof ScanPartSchema>;
type Place = z.infer<typeof PlaceSchema>;

/** An empty stretch. */
export function emptyPart(state: ScanPart['end']): ScanPart {
  return { end: state, records: 0, lines: 0, lf: 0, crlf: 0 };
}

/** Joins two neighbouring stretches; `after` must be the part for the state in which `before` ends. */
export function joinParts(before: ScanPart, after: ScanPart, recordBytes: number): ScanPart {
  const moved = (place: Place | undefined) => place && { offset: place.offset, line: place.line + before.lines };
  const joined: ScanPart = {
    end: after.end,
    records: before.records + after.records,
    lines: before.lines + after.lines,
    lf: before.lf + after.lf,
    crlf: before.crlf + after.crlf,
  };
  const first = before.first ?? moved(after.first);
  if (first) joined.first = first;
  // A record that began in `before` ends in `after`: of the joined stretch this is not the first end.
  const firstEnd = before.firstEnd ?? (before.records === 0 ? after.firstEnd : undefined);
  if (firstEnd !== undefined) joined.firstEnd = firstEnd;
  const open = moved(after.open) ?? (after.firstEnd === undefined ? before.open : undefined);
  if (open) joined.open = open;
  const tooLong = before.tooLong ?? spanningTooLong(before, after, recordBytes) ?? moved(after.tooLong);
  if (tooLong) joined.tooLong = tooLong;
  return joined;
}

function spanningTooLong(before: ScanPart, after: ScanPart, recordBytes: number): Place | undefined {
  if (!before.open || after.firstEnd === undefined) return undefined;
  return after.firstEnd - before.open.offset > recordBytes ? before.open : undefined;
}
