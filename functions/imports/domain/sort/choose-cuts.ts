import type { ImportLimits } from '../limits.ts';
import type { CutKey } from './cut-key.ts';
import type { SampleTable, Segment } from './sample-table.ts';

/** Bytes of one segment, [segment, from, to): all blocks that may hold records of a range. */
export type Slice = [segment: number, from: number, to: number];

export interface MergeRange {
  /** Where it begins; the first begins at the start. It ends where the next begins. */
  readonly from: CutKey | undefined;
  readonly slices: Slice[];
}

type Limits = Pick<ImportLimits, 'mergeBytes' | 'partBytes'>;

/**
 * Cuts the sorted order into ranges that are merged each on its own. Only blocks that certainly lie within a range count
 * for its size, so that each, the last one excepted, has `mergeBytes` of frames and makes a part of `partBytes`.
 * `order` is the samples' rows in sorted order.
 */
export function chooseCuts(
  samples: SampleTable,
  order: Uint32Array,
  segments: readonly Segment[],
  limits: Limits,
): MergeRange[] {
  const sweep = new Sweep(samples, segments);
  let before: number | undefined;
  for (const row of order) {
    const isFull = sweep.framedBytes >= limits.mergeBytes && sweep.dataBytes >= limits.partBytes;
    if (isFull && before !== undefined && samples.isCutBetween(before, row)) sweep.cutAt(row);
    sweep.pass(row);
    before = row;
  }
  return sweep.finish();
}

/** What has been passed on the way through the sorted samples. */
class Sweep {
  /** Bytes of the blocks that lie within the range as far as it has been passed. */
  framedBytes = 0;
  dataBytes = 0;
  readonly #samples: SampleTable;
  readonly #segments: readonly Segment[];
  readonly #ranges: MergeRange[] = [];
  #from: CutKey | undefined;
  /** For each segment the row of the sample passed last, and that of the one passed last before the cut. */
  readonly #last: (number | undefined)[];
  #lastAtCut: (number | undefined)[];

  constructor(samples: SampleTable, segments: readonly Segment[]) {
    this.#samples = samples;
    this.#segments = segments;
    this.#last = segments.map(() => undefined);
    this.#lastAtCut = segments.map(() => undefined);
  }

  /** A block is known to lie within the range once the segment's next sample has been passed, too. */
  pass(row: number): void {
    const segment = this.#samples.segmentOf(row);
    const previous = this.#last[segment];
    if (previous !== undefined && previous !== this.#lastAtCut[segment]) {
      const { framedBytes, dataBytes } = this.#samples.headOf(previous);
      this.framedBytes += framedBytes;
      this.dataBytes += dataBytes;
    }
    this.#last[segment] = row;
  }

  cutAt(row: number): void {
    this.#endRange();
    this.#from = this.#samples.cutKeyOf(row);
    this.#lastAtCut = [...this.#last];
    this.framedBytes = 0;
    this.dataBytes = 0;
  }

  finish(): MergeRange[] {
    this.#endRange();
    return this.#ranges;
  }

  /** A range reads, of each segment, from the block in which the cut lies up to the end of the last block begun. */
  #endRange(): void {
    const slices: Slice[] = [];
    for (const segment of this.#segments.keys()) {
      const last = this.#last[segment];
      if (last === undefined) continue;
      const first = this.#lastAtCut[segment];
      const from = first === undefined ? 0 : this.#samples.headOf(first).offset;
      const { offset, framedBytes } = this.#samples.headOf(last);
      slices.push([segment, from, offset + framedBytes]);
    }
    this.#ranges.push({ from: this.#from, slices });
  }
}
