import type { Clock } from '../../../shared/domain/clock.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { type NewImport, TRANSITIONS } from '../../domain/lifecycle/transitions.ts';
import type { ImportRepository } from '../../ports.ts';

export interface ArrivalPorts {
  readonly imports: Pick<ImportRepository, 'find' | 'create'>;
  readonly clock: Clock;
}

/** An import whose file has arrived: `source` names the version. `prefix` is upper case, or empty if unknown. */
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
 * Creates the import's record unless it exists. The file is not read yet, so that an import of any file is recorded.
 * @returns the import as recorded
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
