import { randomUUID } from 'node:crypto';
import type { BusEvent } from '../events/bus-event.ts';
import { checkDefinition } from './definition/check-definition.ts';
import { compile, type Workflow } from './definition/compile.ts';
import type { Definition } from './definition/definition.ts';
import { checkInput, checkName, checkRepetition } from './executions/check-start.ts';
import type { Ending, ExecutionRecord } from './executions/execution-record.ts';
import { ExecutionStore } from './executions/execution-store.ts';
import type { HistoryEvent } from './executions/history-event.ts';
import { statusChangeEvent } from './executions/status-change-event.ts';
import { execute } from './interpreter/execute.ts';
import type { InvokeFunction, Run } from './interpreter/run.ts';
import { Scope } from './interpreter/scope.ts';
import { ServiceError } from './service-error.ts';

export interface StateMachineConfig {
  readonly name: string;
  readonly arn: string;
  readonly definition: Definition;
}

export interface StepFunctionsSettings {
  /** The folder of the stored executions. */
  readonly dir: string;
  readonly invoke: InvokeFunction;
  /** Stores a status change durably before it returns. */
  readonly announce: (event: BusEvent) => void;
  readonly maxParallelItems: number;
}

interface Machine {
  readonly config: StateMachineConfig;
  readonly workflow: Workflow;
}

/** Runs state machines as AWS Step Functions does (Standard workflows). */
export class StepFunctions {
  private readonly machines: ReadonlyMap<string, Machine>;
  private readonly settings: StepFunctionsSettings;
  private readonly store: ExecutionStore;
  private readonly running = new Map<string, Scope>();
  private stopped = false;

  /** @throws Error that names the unsupported elements of a definition */
  constructor(configs: readonly StateMachineConfig[], settings: StepFunctionsSettings) {
    for (const { name, definition } of configs) checkDefinition(name, definition);
    this.machines = new Map(configs.map((config) => [config.arn, { config, workflow: compile(config.definition) }]));
    this.settings = settings;
    this.store = new ExecutionStore(settings.dir);
  }

  /**
   * Continues after a kill: publishes status changes that were not published, and restarts running executions at their first
   * state. Returns the number of restarted executions.
   */
  resume(): number {
    for (const record of this.store.all()) this.announce(record);
    const unfinished = this.store
      .all()
      .filter(({ status, stateMachineArn }) => status === 'RUNNING' && this.machines.has(stateMachineArn));
    for (const record of unfinished) this.launch(record);
    return unfinished.length;
  }

  /** @throws ServiceError */
  start(stateMachineArn: string, name: string = randomUUID(), input = '{}'): ExecutionRecord {
    this.machine(stateMachineArn);
    checkName(name);
    checkInput(input);
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const existing = this.store.find(executionArn);
    if (existing !== undefined) {
      checkRepetition(existing, input);
      return existing;
    }
    const usage = { transitions: 0, historyEvents: 0 };
    const record: ExecutionRecord = {
      executionArn,
      stateMachineArn,
      name,
      input,
      status: 'RUNNING',
      startDate: Date.now(),
      ...usage,
    };
    this.store.save(record);
    this.announce(record);
    this.launch(record);
    return record;
  }

  /** @throws ServiceError ExecutionDoesNotExist */
  describe(executionArn: string): ExecutionRecord {
    const record = this.store.find(executionArn);
    if (record === undefined)
      throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
    const usage = this.running.get(executionArn)?.usage ?? {};
    return { ...record, ...usage };
  }

  /** Newest first. @throws ServiceError StateMachineDoesNotExist */
  list(stateMachineArn: string): ExecutionRecord[] {
    this.machine(stateMachineArn);
    const records = this.store.all().filter((record) => record.stateMachineArn === stateMachineArn);
    return records.toSorted((a, b) => b.startDate - a.startDate);
  }

  /** @throws ServiceError ExecutionDoesNotExist */
  history(executionArn: string): HistoryEvent[] {
    this.describe(executionArn);
    return this.store.history(executionArn);
  }

  /** Ends an execution at once as ABORTED; its running Lambda functions continue to their end. @throws ServiceError */
  abort(executionArn: string, error?: string, cause?: string): ExecutionRecord {
    const scope = this.running.get(executionArn);
    if (scope === undefined) return this.describe(executionArn);
    const ending: Ending = {
      status: 'ABORTED',
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
    };
    this.finish(executionArn, scope, ending);
    scope.stop();
    return this.describe(executionArn);
  }

  /** Stops without changing the status of executions; the next resume() restarts those that run. */
  stop(): void {
    this.stopped = true;
    for (const scope of this.running.values()) scope.stop();
  }

  private machine(arn: string): Machine {
    const machine = this.machines.get(arn);
    if (machine === undefined)
      throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    return machine;
  }

  private launch(record: ExecutionRecord): void {
    const { workflow } = this.machine(record.stateMachineArn);
    const scope = new Scope();
    this.running.set(record.executionArn, scope);
    this.store.startHistory(record.executionArn);
    void execute(workflow, record.input, this.runOf(record, scope)).then((ending) => {
      // Skipped if the execution was aborted meanwhile, or this cloud stops.
      if (this.running.get(record.executionArn) === scope && !this.stopped)
        this.finish(record.executionArn, scope, ending);
    });
  }

  private runOf(record: ExecutionRecord, scope: Scope): Run {
    const { config } = this.machine(record.stateMachineArn);
    return {
      scope,
      context: {
        Execution: { Id: record.executionArn, Name: record.name },
        StateMachine: { Id: config.arn, Name: config.name },
      },
      invoke: this.settings.invoke,
      maxParallelItems: this.settings.maxParallelItems,
      record: (event) => this.store.addToHistory(record.executionArn, event),
    };
  }

  private finish(executionArn: string, scope: Scope, ending: Ending): void {
    const ended: ExecutionRecord = { ...this.describe(executionArn), ...scope.usage, ...ending, stopDate: Date.now() };
    this.running.delete(executionArn);
    this.store.save(ended);
    this.announce(ended);
  }

  /** Published before it is saved: a kill in between publishes the event twice rather than never. */
  private announce(record: ExecutionRecord): void {
    if (record.announced === record.status) return;
    this.settings.announce(statusChangeEvent(record));
    this.store.save({ ...record, announced: record.status });
  }
}
