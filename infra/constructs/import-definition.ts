import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../settings.ts';

/** A task times out this much later than its function, so that two workers never process the same chunk. */
const TASK_MARGIN_SECONDS = 60;

const PLACEHOLDER = /^\$\{(\w+)\}$/;

/**
 * The definition of the import's workflow: `statemachines/import.asl.json` with the retriers of `retriers.json`, the timeout
 * of the tasks that write customers, and the concurrency of each Map limited by the setting. These values are not strings,
 * so CloudFormation cannot insert them; it inserts the ARNs of the functions.
 */
export function importDefinition({
  mapConcurrency,
  writeStepTimeoutSeconds,
}: Pick<Settings, 'mapConcurrency' | 'writeStepTimeoutSeconds'>): unknown {
  const values = new Map<string, unknown>([
    ...Object.entries(readDefinition('retriers.json')),
    ['WriteTaskTimeoutSeconds', writeStepTimeoutSeconds + TASK_MARGIN_SECONDS],
  ]);
  return readDefinition('import.asl.json', (key, value) => {
    if (key === 'MaxConcurrency') return Math.min(Number(value), mapConcurrency);
    const placeholder = typeof value === 'string' ? PLACEHOLDER.exec(value)?.[1] : undefined;
    return placeholder !== undefined && values.has(placeholder) ? values.get(placeholder) : value;
  });
}

function readDefinition(file: string, reviver?: (key: string, value: unknown) => unknown) {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../statemachines', file), 'utf8'), reviver);
}
