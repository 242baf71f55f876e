import { readFileSync } from 'node:fs';

/**
 * The highest resident memory of a process so far, in MB; undefined where the system does not report it (only Linux does).
 * The kernel tracks the maximum (VmHWM), so that short peaks between two polls count too.
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
