import type { Candidates } from '../ports.ts';

/** A candidate, and the position after it. */
export interface FoundCandidate {
  readonly customerId: string;
  readonly at: string;
}

interface Found {
  readonly items: readonly FoundCandidate[];
  /** The position after all items; undefined at the end. */
  readonly next: string | undefined;
  /** A word that is so common that not all of its entries are read. */
  readonly commonWord?: string | undefined;
}

/** One list of candidates, read from a position on. */
export type Source = (after: string | undefined, wanted: number) => Promise<Found>;

interface Position {
  readonly source: number;
  readonly after: string | undefined;
}

const written = ({ source, after }: Position): string => `${source}:${after ?? ''}`;

function read(position: string | undefined): Position {
  if (position === undefined) return { source: 0, after: undefined };
  const colon = position.indexOf(':');
  return { source: Number(position.slice(0, colon)), after: position.slice(colon + 1) || undefined };
}

/** The candidates of several lists, one after another. At the beginning the first two are read at once. */
export async function walk(
  sources: readonly Source[],
  position: string | undefined,
  wanted: number,
): Promise<Candidates> {
  const start = read(position);
  const atOnce = position === undefined ? 2 : 1;
  const early = await Promise.all(
    sources.slice(start.source, start.source + atOnce).map((source, index) => {
      return source(index === 0 ? start.after : undefined, wanted);
    }),
  );
  const customerIds: string[] = [];
  const commonWord = early.find((found) => found.commonWord !== undefined)?.commonWord;
  for (let index = start.source; index < sources.length; index += 1) {
    const open = wanted - customerIds.length;
    if (open <= 0) return { customerIds, next: written({ source: index, after: undefined }), commonWord };
    const found = early[index - start.source] ?? (await sources[index]?.(undefined, open));
    const taken = found?.items.slice(0, open) ?? [];
    customerIds.push(...taken.map(({ customerId }) => customerId));
    const isCut = found !== undefined && taken.length < found.items.length;
    const after = isCut ? taken.at(-1)?.at : found?.next;
    if (after !== undefined) return { customerIds, next: written({ source: index, after }), commonWord };
  }
  return { customerIds, next: undefined, commonWord };
}
