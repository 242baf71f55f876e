import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
// Indexes of the fields of /proc/PID/stat after the name, which may contain spaces and parentheses.
const PARENT = 1;
const PROCESSOR_TICKS = [11, 12, 13, 14];

/**
 * Processor time in seconds, user and system, of a process and all its descendants, including ended ones that were waited
 * for. Reads /proc, so it works on Linux only.
 */
export function processorSeconds(root: number): number {
  const stats = readStats();
  const children = Map.groupBy([...stats.keys()], (pid) => stats.get(pid)?.parent ?? 0);
  const sum = (pid: number): number =>
    (children.get(pid) ?? []).reduce((ticks, child) => ticks + sum(child), stats.get(pid)?.ticks ?? 0);
  return sum(root) / TICKS_PER_SECOND;
}

interface Stat {
  readonly parent: number;
  readonly ticks: number;
}

function readStats(): Map<number, Stat> {
  const stats = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readStat(name);
    if (stat) stats.set(Number(name), stat);
  }
  return stats;
}

/** Undefined if the process has ended since the folder was listed. */
function readStat(pid: string): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return {
    parent: Number(fields[PARENT]),
    ticks: PROCESSOR_TICKS.reduce((sum, index) => sum + Number(fields[index]), 0),
  };
}
