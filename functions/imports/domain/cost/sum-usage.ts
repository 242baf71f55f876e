import type { StepUsage } from '../../../shared/domain/step-usage.ts';
import type { Consumption } from './prices.ts';
import { countTransitions, type StepRuns } from './transitions.ts';

const MEGABYTES_PER_GB = 1_024;

/** The total use of all invocations of an import's steps. */
export function sumUsage(usages: readonly StepUsage[]): Consumption {
  const sum = (of: (usage: StepUsage) => number) => usages.reduce((total, usage) => total + of(usage), 0);
  return {
    writeUnits: sum(({ writeUnits }) => writeUnits),
    readUnits: sum(({ readUnits }) => readUnits),
    transitions: countTransitions(runsOf(usages)),
    lambdaGbSeconds: sum(({ seconds, memoryMegabytes }) => (seconds * memoryMegabytes) / MEGABYTES_PER_GB),
    lambdaRequests: usages.length,
    s3Reads: sum(({ s3Reads }) => s3Reads),
    // Storing each usage object is a request, too.
    s3Writes: sum(({ s3Writes }) => s3Writes + 1),
  };
}

function runsOf(usages: readonly StepUsage[]): Map<string, StepRuns> {
  const chunks = new Map<string, Set<number>>();
  const invocations = new Map<string, number>();
  for (const { step, chunk = 0 } of usages) {
    chunks.set(step, (chunks.get(step) ?? new Set()).add(chunk));
    invocations.set(step, (invocations.get(step) ?? 0) + 1);
  }
  return new Map(
    [...chunks].map(([step, seen]) => [step, { chunks: seen.size, invocations: invocations.get(step) ?? 0 }]),
  );
}
