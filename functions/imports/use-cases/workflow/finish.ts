import type { FinishInput } from '../../domain/workflow/payloads.ts';
import { type FinishPorts, finishImport } from '../lifecycle/finish-import.ts';

/** Ends the import, as cancelled if the workflow caught `ImportCancelled`. */
export function finishStep(services: FinishPorts, { cancelled, ...input }: FinishInput): Promise<void> {
  return finishImport(services, input, { isCancelled: cancelled !== undefined });
}
