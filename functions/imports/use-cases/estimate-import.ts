import type { Customers } from '../../customers/index.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { CostEstimate } from '../domain/cost.ts';
import type { Import } from '../domain/import.ts';
import type { ImportRepository, TableCounters } from '../ports.ts';
import { type ExaminePorts, examineSource } from './examine-source.ts';

/** What the estimate of an import reads: the file's examination, and what the table holds. */
export interface EstimatePorts extends ExaminePorts {
  readonly customers: Customers;
  readonly counters: TableCounters;
  readonly imports: Pick<ImportRepository, 'readLease'>;
  readonly clock: Clock;
}

/**
 * What an import is thought to take before it starts; undefined where its file cannot be examined, for then the plan
 * refuses it and nothing is written.
 */
export async function estimateImport(ports: EstimatePorts, record: Import): Promise<CostEstimate | undefined> {
  try {
    await examineSource(ports, record);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
