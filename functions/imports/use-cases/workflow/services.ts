import type { Clock } from '../../../shared/domain/clock.ts';
import type { ImportRepository, ObjectStore } from '../../ports.ts';

/** The ports of each step that runs between two stages. */
export interface CoordinatorServices {
  readonly store: ObjectStore;
  readonly imports: Pick<ImportRepository, 'reportProgress'>;
  readonly clock: Clock;
}
