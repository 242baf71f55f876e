import type { ApiClient } from '../api/client.ts';
import { type Import, readImport } from '../api/imports.ts';
import { CliError } from '../errors.ts';
import { estimateLine, waitingLine } from '../print/import-lines.ts';
import { printable } from '../print/printable.ts';
import type { ProgressDisplay } from './progress-display.ts';
import { hasEnded, stageOf } from './stages.ts';

export interface Following {
  readonly api: ApiClient;
  readonly display: ProgressDisplay;
  sleep(milliseconds: number): Promise<void>;
  /** Called for an import that waits for a confirmation. @returns false if it was not confirmed: following then ends */
  confirm(waiting: Import): Promise<boolean>;
}

/** At first at short intervals, since a small import ends within a second; then as often as a progress bar needs. */
const FIRST_POLL_MS = 200;
const LATER_POLL_MS = 1_500;
const SLOWER = 1.2;
/** An outage of the API of some minutes affects neither the import nor its following. */
const MOST_FAILED_POLLS = 20;

/** Polls an import until it has ended, or waits for a confirmation that it does not get. */
export async function followImport(following: Following, importId: string): Promise<Import> {
  const { display, sleep } = following;
  const reported = new Set<string>();
  for (let wait = FIRST_POLL_MS; ; wait = Math.min(LATER_POLL_MS, wait * SLOWER)) {
    const view = await poll(following, importId);
    if (hasEnded(view)) {
      display.stop(true);
      return view;
    }
    if (view.status === 'awaiting-confirmation') {
      display.stop(true);
      // The question shows the estimate.
      for (const line of news(view)) reported.add(line);
      if (!(await following.confirm(view))) return view;
      continue;
    }
    for (const line of news(view)) {
      if (!reported.has(line)) display.say(`  ${line}`);
      reported.add(line);
    }
    const stage = stageOf(view);
    if (stage !== undefined) display.show(stage);
    await sleep(wait);
  }
}

/** Lines besides the stages; each is shown once. */
function news(view: Import): string[] {
  const { status, estimate } = view;
  return [
    ...(estimate === undefined ? [] : [estimateLine(estimate)]),
    ...(status === 'queued' ? [waitingLine(view)] : []),
  ];
}

async function poll({ api, display, sleep }: Following, importId: string): Promise<Import> {
  for (let failed = 1; ; failed += 1) {
    try {
      return await readImport(api, importId);
    } catch (error) {
      if (!isOutage(error) || failed === MOST_FAILED_POLLS) {
        display.stop(false);
        throw error;
      }
      if (failed === 1) display.say(`  ${printable(error.message)} Trying again; the import continues.`);
      await sleep(LATER_POLL_MS * SLOWER ** failed);
    }
  }
}

function isOutage(error: unknown): error is CliError {
  return error instanceof CliError && (error.code === 'api.unreachable' || /^(http\.5|internal)/.test(error.code));
}
