import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from '../api/client.ts';
import { type Import, sendImportAction } from '../api/imports.ts';
import { asking } from '../asker.ts';
import { EXIT } from '../errors.ts';
import { followImport } from '../follow/follow-import.ts';
import { progressDisplay } from '../follow/progress-display.ts';
import { untilInterrupted } from '../interrupt.ts';
import { estimateLine, importLines } from '../print/import-lines.ts';
import { PROGRAM } from '../program-name.ts';
import type { Context } from './host.ts';

/** Options that confirm the cost of an import in advance. */
export interface Consent {
  readonly yes?: boolean;
  /** Confirms an estimate up to this amount. */
  readonly maxDollars?: number;
}

/** Follows an import until it ends, and prints its result. @returns the exit code */
export async function followToEnd(context: Context, importId: string, consent: Consent = {}): Promise<number> {
  const { terminal, printer } = context;
  const display = progressDisplay(terminal, printer);
  const advice = () => ({
    message: 'Stopped following. The import continues.',
    advice: `Follow it again: ${PROGRAM} follow ${importId}\nCancel it:       ${PROGRAM} cancel ${importId}`,
  });
  try {
    const view = await untilInterrupted(terminal, advice, async (signal) => {
      const api = await context.open(signal);
      const confirm = (waiting: Import) => confirmed(context, api, waiting, consent);
      return followImport({ api, display, confirm, sleep: (ms) => sleep(ms, undefined, { signal }) }, importId);
    });
    printer.result(withoutAddresses(view), importLines(view));
    return exitCodeOf(view);
  } finally {
    display.stop(false);
  }
}

/** For scripts: 2 is a finished import with failed records; an import that waits for a confirmation has failed. */
export function exitCodeOf({ status }: Pick<Import, 'status'>): number {
  if (status === 'completed') return EXIT.done;
  return status === 'completed-with-failures' ? EXIT.doneWithFailures : EXIT.failed;
}

/** A download address works without a token, so it is shown on request only, and never in a log of CI. */
export function withoutAddresses(view: Import): Import {
  return { ...view, files: view.files.map(({ url: _url, expiresAt: _expiresAt, ...file }) => file) };
}

async function confirmed(
  { terminal, printer }: Context,
  api: ApiClient,
  { importId, estimate }: Import,
  { yes = false, maxDollars }: Consent,
): Promise<boolean> {
  printer.note('', 'The import waits for a confirmation: its estimated cost exceeds the limit of its account.');
  if (estimate !== undefined) printer.note(estimateLine(estimate));
  const isWithin = maxDollars === undefined || (estimate !== undefined && estimate.dollars <= maxDollars);
  if (!isWithin) return false;
  if (!yes) {
    if (!printer.isInteractive) return false;
    if (!(await asking(terminal, (asker) => asker.agrees('Start it?')))) return false;
  }
  await sendImportAction(api, importId, 'confirm');
  return true;
}
