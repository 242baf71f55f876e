import type { Clock } from '../../../shared/domain/clock.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import type { ImportRepository } from '../../ports.ts';

/** The ports of each step that runs between two stages. */
export interface CoordinatorServices {
  readonly store: ObjectStore;
  readonly imports: Pick<ImportRepository, 'reportProgress'>;
  readonly clock: Clock;
}
