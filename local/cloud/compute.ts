import { availableParallelism, totalmem } from 'node:os';
import { EventBus } from '../events/event-bus.ts';
import { ScheduledRules } from '../events/scheduled-rules.ts';
import { AsyncInvoker } from '../functions/async-invoker.ts';
import { DeadLetters } from '../functions/dead-letters.ts';
import { FunctionPool } from '../functions/function-pool.ts';
import { installBootstrap } from '../functions/install-bootstrap.ts';
import type { Outcome } from '../functions/types.ts';
import { Lambda } from '../lambda/lambda.ts';
import type { SchedulerClock } from '../scheduler/clock.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import { StepFunctions } from '../step-functions/step-functions.ts';
import type { CloudTemplate } from '../template/cloud-template.ts';
import type { DataDir } from './data-dir.ts';
import { schedulerOf } from './scheduler.ts';

/** More concurrent functions would only compete for the processors. */
const RUNNING_PER_CORE = 2;
/** An import fills all other slots for minutes, while a caller of the API waits milliseconds for a page. */
const RESERVED_FOR_CALLERS_PER_CORE = 0.5;
/** Approximate memory of an environment that has loaded its code. */
const ENVIRONMENT_BYTES = 80e6;
/** Share of the machine's memory for idle environments of steps. */
const IDLE_MEMORY_SHARE = 0.25;
/** About as long as Lambda keeps idle environments; after that their memory is released. */
const MAX_IDLE_MS = 5 * 60_000;

/** All parts that run code: functions, workflows and the events between them. */
export interface Compute {
  readonly bus: EventBus;
  readonly stepFunctions: StepFunctions;
  readonly scheduler: Scheduler;
  readonly lambda: Lambda;
  /** Runs a function by its ARN before those that wait: a caller waits for the answer. */
  readonly invokeForCaller: (functionArn: string, event: string) => Promise<Outcome>;
  /** Continues the work that was in progress when this cloud last stopped. */
  resume(): void;
  stop(): void;
}

/** How many functions may run at once on this machine, and how many of these slots are reserved for callers of the API. */
export function functionSlots(): { readonly maxRunning: number; readonly reservedForCallers: number } {
  const cores = availableParallelism();
  return { maxRunning: RUNNING_PER_CORE * cores, reservedForCallers: Math.ceil(RESERVED_FOR_CALLERS_PER_CORE * cores) };
}

/**
 * How many environments of steps stay warm: for each step as many as can run at once, because imports that start together run
 * the same step at the same time. Fewer on a machine with little memory, but at least one for each step.
 */
export function stepEnvironments(steps: number, slots: number, memoryBytes: number): number {
  const affordable = Math.floor((memoryBytes * IDLE_MEMORY_SHARE) / ENVIRONMENT_BYTES);
  return Math.max(steps, Math.min(steps * slots, affordable));
}

/** Names of the functions that a state machine runs; the others answer the API or receive events. */
function stepNames({ functions, stateMachines }: CloudTemplate): Set<string> {
  const definitions = JSON.stringify(stateMachines.map(({ definition }) => definition));
  return new Set(functions.filter(({ arn }) => definitions.includes(JSON.stringify(arn))).map(({ name }) => name));
}

/**
 * @param variables environment variables that every function gets in addition to those of the template
 * @param clock the clock that schedules follow
 */
export function startCompute(
  template: CloudTemplate,
  dataDir: DataDir,
  variables: Readonly<Record<string, string>>,
  clock: SchedulerClock,
): Compute {
  const { maxRunning, reservedForCallers } = functionSlots();
  const steps = stepNames(template);
  const resident = new Set(template.functions.map(({ name }) => name).filter((name) => !steps.has(name)));
  const pool = new FunctionPool(template.functions, {
    bootstrapFile: installBootstrap(dataDir.cache),
    cloudVariables: variables,
    logDir: dataDir.logs,
    maxRunning,
    reservedForCallers,
    resident,
    maxIdle: stepEnvironments(steps.size, maxRunning - reservedForCallers, totalmem()),
    maxIdleMs: MAX_IDLE_MS,
  });
  const invoke = (functionName: string, event: string) => pool.invoke(functionName, event);
  const arns = new Map(template.functions.map(({ name, arn }) => [name, arn]));
  const deadLetters = new DeadLetters(dataDir.queues, template.queues);
  const invoker = new AsyncInvoker({
    journalFile: dataDir.asyncInvocations,
    functions: template.asyncSettings,
    arnOf: (functionName) => arns.get(functionName) ?? functionName,
    invoke: (functionName, event, requestId) => pool.invoke(functionName, event, { requestId }),
    deadLetters,
  });
  const deliver = (functionArn: string, event: string) => invoker.accept(functionName(functionArn), event);
  const bus = new EventBus(template.rules, deliver);
  const scheduledRules = new ScheduledRules(template.rules, deliver);
  const scheduler = schedulerOf(template, { journalFile: dataDir.schedules, clock, invoker, deadLetters });
  const stepFunctions = new StepFunctions(template.stateMachines, {
    dir: dataDir.executions,
    invoke,
    announce: (event) => bus.put(event),
    maxParallelItems: maxRunning - reservedForCallers,
  });
  const invokeForCaller = (functionArn: string, event: string) =>
    pool.invoke(functionName(functionArn), event, { urgent: true });
  return {
    bus,
    stepFunctions,
    scheduler,
    lambda: new Lambda({ functionArns: [...arns.values()], invoke: invokeForCaller, accept: deliver }),
    invokeForCaller,
    resume: () => {
      invoker.resume();
      stepFunctions.resume();
      scheduledRules.start();
      scheduler.resume();
    },
    stop: () => {
      scheduler.stop();
      scheduledRules.stop();
      invoker.stop();
      stepFunctions.stop();
      pool.stop();
    },
  };
}

function functionName(functionArn: string): string {
  return functionArn.split(':').at(-1) ?? '';
}
