import * as z from 'zod';

const ValuesSchema = z.record(z.string(), z.string().nullable());

/** A line of `before.jsonl` (`beforeLine` writes it). */
export const BeforeLineSchema = z.object({ before: ValuesSchema, after: ValuesSchema });
export type BeforeLine = z.infer<typeof BeforeLineSchema>;

/** A part of `before.jsonl` whose lines are in descending order of the Customer IDs: `end` is exclusive. */
export interface Section {
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of `before.jsonl`: an insert stage that has updated customers wrote the first `splitAt` bytes, and the update
 * stage the rest. Each stage writes in the order of the sorted file.
 */
export function sectionsOf(size: number, splitAt = 0): readonly Section[] {
  const sections = [
    { start: 0, end: splitAt },
    { start: splitAt, end: size },
  ];
  return sections.filter(({ start, end }) => start < end);
}

/** The most bytes of a line up to the end of its Customer ID: 256 bytes, each perhaps written as an escape of six. */
export const LINE_HEAD_BYTES = 2_048;

const HEAD = /^\{"customerId":("(?:[^"\\]|\\.)*")/;

/** The Customer ID of a line from its first bytes. @throws Error if the bytes are no line */
export function customerIdOf(head: Uint8Array): string {
  const [, id] = HEAD.exec(Buffer.from(head).toString()) ?? [];
  if (id === undefined) throw new Error('A line of before.jsonl does not begin with a Customer ID.');
  return z.string().parse(JSON.parse(id));
}

/** Below zero if a line of `one` comes before a line of `other`. */
export const compareLines = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(other), Buffer.from(one));
