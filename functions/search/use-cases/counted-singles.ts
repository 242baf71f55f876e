import type { GenerationHeads } from '../generation-ports.ts';
import type { SingleWriter } from '../ports.ts';

/** An edit writes a few entries: counting one of some hundred, and that one for all, costs a hundredth of a write unit each. */
const SAMPLE = 100;

/**
 * Counts the single entries of edits, nearly, so that a generation replaces them before they are too many.
 * @param random from 0 to 1
 */
export function countedSingles(
  writer: SingleWriter,
  heads: Pick<GenerationHeads, 'countSingles'>,
  random: () => number = Math.random,
): SingleWriter {
  return {
    async write(singles) {
      await writer.write(singles);
      const [first] = singles;
      if (!first || random() * SAMPLE >= singles.length) return;
      const prefix = first.PK.slice(0, first.PK.indexOf('#'));
      await heads.countSingles(prefix, Math.max(SAMPLE, singles.length));
    },
  };
}
