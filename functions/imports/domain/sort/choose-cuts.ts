import type { ImportLimits } from '../limits.ts';
import type { CutKey } from './cut-key.ts';
import type { SampleTable, Segment } from './sample-table.ts';

/** Bytes of one segment, [segment, from, to): all blocks that may hold records of a range. */
export type Slice = [segment: number, from: number, to: number];

export interface MergeRange {
  /** The beginning of the range; undefined for the first range. It ends where the next begins. */
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

/** The state of a pass through the sorted samples. */
class Sweep {
  /** Bytes of the blocks that certainly lie within the range so far. */
  framedBytes = 0;
  dataBytes = 0;
  readonly #samples: SampleTable;
  readonly #segments: readonly Segment[];
  readonly #ranges: MergeRange[] = [];
  #from: CutKey | undefined;
  /** The row of each segment's last sample, and of the last one before the cut. */
  readonly #last: (number | undefined)[];
  #lastAtCut: (number | undefined)[];

  constructor(samples: SampleTable, segments: readonly Segment[]) {
    this.#samples = samples;
    this.#segments = segments;
    this.#last = segments.map(() => undefined);
    this.#lastAtCut = segments.map(() => undefined);
  }

  /** A block lies certainly within the range once the segment's next sample has been passed. */
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

  /** Of each segment a range reads from the block with the cut to the end of the last block that has begun. */
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
