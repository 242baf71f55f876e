import { randomUUID } from 'node:crypto';
import { JsonLinesJournal } from '../json-lines-journal.ts';
import type { SchedulerClock } from './clock.ts';
import { dueRun, nextRun, occurrencesOf } from './runs.ts';
import { idOf, type ScheduleInput, type ScheduleRecord, ScheduleRecordSchema } from './schedule.ts';
import { ServiceError } from './service-error.ts';

/** One run of a schedule. */
export interface ScheduledInvocation {
  /** The same for every retry of a run. */
  readonly id: string;
  readonly functionArn: string;
  readonly input: string;
  readonly deadLetterQueueArn: string | undefined;
}

export interface SchedulerSettings {
  readonly journalFile: string;
  /** Names of the groups that exist in addition to `default`. */
  readonly groups: readonly string[];
  /** ARN of a schedule by `<group>/<name>`. */
  readonly arnOf: (id: string) => string;
  readonly clock: SchedulerClock;
  /** Stores a run durably before it returns. Ignores a run whose id it already has. */
  readonly deliver: (invocation: ScheduledInvocation) => void;
}

/** Amazon EventBridge Scheduler, the part that Switchboard uses. Of the runs that fell due while it was stopped, the latest is delivered. */
export class Scheduler {
  readonly #settings: SchedulerSettings;
  readonly #journal: JsonLinesJournal<ScheduleRecord>;
  /** Cancels the timer; undefined while the scheduler does not run. */
  #callOff: (() => void) | undefined;

  constructor(settings: SchedulerSettings) {
    this.#settings = settings;
    this.#journal = new JsonLinesJournal(settings.journalFile, ScheduleRecordSchema);
  }

  /** @throws ServiceError */
  create(name: string, input: ScheduleInput): string {
    const id = this.#checked(name, input);
    const existing = this.#journal.get(id);
    if (existing !== undefined && !isRepetition(existing, input)) {
      throw new ServiceError('ConflictException', `Schedule ${name} already exists.`);
    }
    const now = this.#settings.clock.now();
    // A rate without a start begins now.
    if (existing === undefined) this.#put(id, { name, input, createdAt: now, modifiedAt: now, decidedUntil: now - 1 });
    return this.#settings.arnOf(id);
  }

  /** Replaces the whole schedule: absent fields return to their defaults. @throws ServiceError */
  update(name: string, input: ScheduleInput): string {
    const id = this.#checked(name, input);
    const now = this.#settings.clock.now();
    this.#put(id, { ...this.get(input.GroupName, name), input, modifiedAt: now, decidedUntil: now });
    return this.#settings.arnOf(id);
  }

  /** @throws ServiceError ResourceNotFoundException */
  get(group: string, name: string): ScheduleRecord {
    const found = this.#journal.get(idOf(group, name));
    if (found !== undefined) return found;
    throw new ServiceError('ResourceNotFoundException', `Schedule ${name} does not exist.`);
  }

  /** @throws ServiceError ResourceNotFoundException */
  delete(group: string, name: string): void {
    this.get(group, name);
    this.#journal.delete(idOf(group, name));
  }

  /** By group and name. */
  list(): ScheduleRecord[] {
    return this.#journal
      .entries()
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, record]) => record);
  }

  arnOf({ name, input }: ScheduleRecord): string {
    return this.#settings.arnOf(idOf(input.GroupName, name));
  }

  /** Delivers the runs that fell due while the scheduler was stopped, and continues. */
  resume(): void {
    this.#tick();
  }

  stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #checked(name: string, input: ScheduleInput): string {
    const { GroupName: group } = input;
    if (group !== 'default' && !this.#settings.groups.includes(group)) {
      throw new ServiceError('ResourceNotFoundException', `Schedule group ${group} does not exist.`);
    }
    occurrencesOf(input, this.#settings.clock.now());
    return idOf(group, name);
  }

  #put(id: string, record: ScheduleRecord): void {
    this.#journal.put(id, record);
    if (this.#callOff !== undefined) this.#tick();
  }

  #tick(): void {
    const now = this.#settings.clock.now();
    for (const [id, record] of this.#journal.entries()) this.#runIfDue(id, record, now);
    this.#wakeLater();
  }

  /** Delivers the run before it stores the time: a kill in between delivers it again under the same id, which has no effect. */
  #runIfDue(id: string, record: ScheduleRecord, now: number): void {
    if (record.input.State === 'DISABLED') return;
    const due = dueRun(record, now);
    if (due !== undefined) this.#settings.deliver(this.#invocation(id, record, due));
    const updated = due === undefined ? record : { ...record, decidedUntil: due };
    const isOver = nextRun(updated) === undefined;
    if (isOver && record.input.ActionAfterCompletion === 'DELETE') this.#journal.delete(id);
    else if (due !== undefined) this.#journal.put(id, updated);
  }

  #invocation(id: string, { input }: ScheduleRecord, due: number): ScheduledInvocation {
    const { Arn: functionArn, Input: text, DeadLetterConfig: deadLetters } = input.Target;
    const time = `${new Date(due).toISOString().slice(0, 19)}Z`;
    const values: Readonly<Record<string, string>> = {
      'scheduled-time': time,
      'schedule-arn': this.#settings.arnOf(id),
      'execution-id': randomUUID(),
      'attempt-number': '1',
    };
    const filled = text.replace(
      /<aws\.scheduler\.([a-z-]+)>/g,
      (placeholder, key: string) => values[key] ?? placeholder,
    );
    return { id: `${id}@${time}`, functionArn, input: filled, deadLetterQueueArn: deadLetters?.Arn };
  }

  #wakeLater(): void {
    this.#callOff?.();
    const { clock } = this.#settings;
    const nexts = this.list().flatMap((record) => (record.input.State === 'ENABLED' ? (nextRun(record) ?? []) : []));
    const wait = Math.min(...nexts) - clock.now();
    this.#callOff = clock.wakeIn(Math.max(0, wait), () => this.#tick());
  }
}

/** A client that did not receive the answer sends the same request again. */
function isRepetition({ input }: ScheduleRecord, again: ScheduleInput): boolean {
  return again.ClientToken !== undefined && JSON.stringify(input) === JSON.stringify(again);
}
