import { readFileSync } from 'node:fs';

/**
 * The most memory that a process has had resident so far, in MB; undefined where the system does not tell (only Linux does).
 * The kernel keeps the maximum itself (VmHWM), so that a short peak between two looks is seen too.
 */
export function peakMemoryMb(pid: number): number | undefined {
  const status = readStatus(pid);
  const kilobytes = status === undefined ? undefined : /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

function readStatus(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return undefined;
  }
}
