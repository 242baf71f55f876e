import {
  type BulkJob,
  type CustomerBulk,
  type Customers,
  changedMeanwhile,
  type Intent,
  type Outcome,
  type PreparedCustomer,
  type ValuesBefore,
} from '../../../customers/index.ts';
import type { ChunkReport, SourceRecord } from '../../domain/records/chunk-report.ts';
import type { HandoffUpdate } from '../../domain/records/handoff.ts';
import type { ReadRecord } from '../../domain/records/read-records.ts';
import { bulkJob, cellPicker, changeFinder, problemPlacer } from '../../domain/records/record-cells.ts';
import type { SearchWay } from '../../domain/search-index/search-way.ts';
import type { CancelWatch } from '../work/cancel-watch.ts';
import type { ChunkProgressWriter } from '../work/chunk-progress-writer.ts';
import type { ImportContext } from '../work/import-context.ts';

/** A customer in flight, with its record, and for an update the values that differentiate found. */
type InFlight = PreparedCustomer & { readonly record: SourceRecord; readonly before?: ValuesBefore };

/**
 * Shared by the three writing stages: each record that goes in has exactly one fate in `report` at the end. A record is
 * prepared when the writer asks for it, while others are in flight, so that preparing takes no extra time.
 */
export class CustomerWriter {
  readonly #bulk: CustomerBulk;
  readonly #conflicts: BulkJob['conflicts'];
  readonly #report: ChunkReport;
  readonly #pick: ReturnType<typeof cellPicker>;
  readonly #place: ReturnType<typeof problemPlacer>;
  readonly #changes: ReturnType<typeof changeFinder>;
  readonly #watch: CancelWatch;
  readonly #progress: ChunkProgressWriter;

  constructor(
    customers: Customers,
    { plan, fence }: ImportContext,
    report: ChunkReport,
    watch: CancelWatch,
    progress: ChunkProgressWriter,
    way: SearchWay | undefined,
  ) {
    const job = bulkJob(plan, fence, way);
    this.#bulk = customers.bulk(job);
    this.#conflicts = job.conflicts;
    this.#report = report;
    this.#pick = cellPicker(plan);
    this.#place = problemPlacer(plan);
    this.#changes = changeFinder(plan);
    this.#watch = watch;
    this.#progress = progress;
  }

  insert(records: Iterable<ReadRecord>): Promise<void> {
    const inFlight = this.#prepare('insert', records, (prepared, record) => ({ ...prepared, record }));
    return this.#bulk.insert(inFlight, this.#onOutcome);
  }

  update(records: Iterable<ReadRecord<HandoffUpdate>>): Promise<void> {
    const inFlight = this.#prepare('update', records, (prepared, record) => ({
      ...prepared,
      record,
      ...record.compared,
    }));
    return this.#bulk.update(inFlight, this.#onOutcome);
  }

  /** Yields the records that may be written; the others fail here. Ends when the import is cancelled. */
  *#prepare<R extends SourceRecord, U>(
    intent: Intent,
    records: Iterable<ReadRecord<R>>,
    inFlight: (prepared: PreparedCustomer, record: R) => U,
  ): Generator<U> {
    for (const { record, customerId, cells } of records) {
      if (!this.#watch.shouldContinue()) return;
      this.#progress.report(this.#report.handled);
      const prepared = this.#bulk.prepare(intent, customerId, this.#pick(cells));
      if (prepared.rejected) this.#report.fail(record, customerId, prepared.rejected.map(this.#place));
      else yield inFlight(prepared, record);
    }
  }

  /** A failed record gets no warnings: no value of it was stored. */
  readonly #onOutcome = (customer: InFlight, outcome: Outcome): void => {
    const { record, customerId, warnings, before } = customer;
    if (outcome.kind === 'failed') {
      this.#report.fail(record, customerId, outcome.problems.map(this.#place));
      return;
    }
    this.#report.count(outcome.kind);
    if (outcome.kind === 'updated') {
      this.#report.change(record, customerId, this.#changes(outcome.before ?? before ?? {}, customer.cells));
      if (outcome.overwrites) this.#report.warn(record, customerId, [this.#place(changedMeanwhile(this.#conflicts))]);
    }
    if (warnings.length > 0) this.#report.warn(record, customerId, warnings.map(this.#place));
  };
}
