import type { Clock } from '../../../shared/domain/clock.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { type NewImport, TRANSITIONS } from '../../domain/lifecycle/transitions.ts';
import type { ImportRepository } from '../../ports.ts';

export interface ArrivalPorts {
  readonly imports: Pick<ImportRepository, 'find' | 'create'>;
  readonly clock: Clock;
}

/** An import whose file has arrived: `source` names the version. `prefix` is in upper case, or empty where none is known. */
export type ImportDraft = Pick<
  Import,
  | 'importId'
  | 'prefix'
  | 'fileName'
  | 'source'
  | 'requested'
  | 'requestedBy'
  | 'announced'
  | 'schedule'
  | 'confirmedDollars'
>;

/**
 * Makes the import's record, unless there is one. Nothing of the file has been read yet, so that no file can keep its import
 * from being known.
 * @returns the import as it is recorded
 */
export async function recordArrival({ imports, clock }: ArrivalPorts, draft: ImportDraft): Promise<Import> {
  const { importId } = draft;
  const known = await imports.find(importId);
  if (known) return known;
  const createdAt = clock.now().toISOString();
  const received: NewImport = { ...draft, status: TRANSITIONS.receive.to, attempt: 1, fence: 0, createdAt };
  if ((await imports.create(received)) === 'exists') return (await imports.find(importId)) ?? received;
  log.info('import.received', { importId });
  return received;
}
