import type { Violation } from '../../../shared/domain/errors.ts';
import { type PartSizes, partCountOf, partLength } from './upload-parts.ts';

interface NamedPart {
  readonly partNumber: number;
  readonly etag: string;
}

/** A file may have thousands of parts; the first violations suffice. */
const MOST_VIOLATIONS = 20;

const bare = (etag: string): string => etag.replaceAll('"', '');

/**
 * Compares the parts that a client names with the parts that have arrived and with the announced file.
 * @returns the violations, each with its part; empty when the parts are the whole file
 */
export function validateParts(
  named: readonly NamedPart[],
  arrived: ReadonlyArray<NamedPart & { readonly bytes: number }>,
  sizes: PartSizes,
): Violation[] {
  const found: Violation[] = [];
  const add = (code: string, detail: string) => found.push({ pointer: '/parts', code, detail });
  const wanted = new Map(named.map(({ partNumber, etag }) => [partNumber, etag]));
  const there = new Map(arrived.map((part) => [part.partNumber, part]));
  const count = partCountOf(sizes);
  if (wanted.size !== named.length) add('part.repeated', 'A part is named more than once.');
  for (const number of wanted.keys())
    if (number > count) add('part.unknown', `The file has ${count} parts; part ${number} does not exist.`);
  for (let number = 1; number <= count && found.length < MOST_VIOLATIONS; number += 1) {
    const etag = wanted.get(number);
    const part = there.get(number);
    const bytes = partLength(sizes, number);
    if (!part) add('part.missing', `Part ${number} has not arrived. Send it.`);
    else if (part.bytes !== bytes)
      add('part.wrong-size', `Part ${number} has ${part.bytes} bytes, not ${bytes}. Send it again.`);
    else if (etag === undefined) add('part.missing', `Part ${number} has arrived, but the request does not name it.`);
    else if (bare(etag) !== bare(part.etag))
      add('part.changed', `Part ${number} has another ETag. List the parts that have arrived.`);
  }
  return found.slice(0, MOST_VIOLATIONS);
}
