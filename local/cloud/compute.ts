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

/** More than this at once would only take turns on the processors. */
const RUNNING_PER_CORE = 2;
/** An import fills every slot for minutes, and a page that somebody waits for takes milliseconds. */
const KEPT_FOR_CALLERS_PER_CORE = 0.5;
/** An environment that has loaded its code takes about so much. */
const ENVIRONMENT_BYTES = 80e6;
/** Of the machine's memory, for environments of steps that wait for work. */
const IDLE_MEMORY_SHARE = 0.25;
/** As long as Lambda keeps them, more or less: their memory is then the machine's again. */
const MAX_IDLE_MS = 5 * 60_000;

/** Everything that runs code: functions, workflows and the events between them. */
export interface Compute {
  readonly bus: EventBus;
  readonly stepFunctions: StepFunctions;
  readonly scheduler: Scheduler;
  readonly lambda: Lambda;
  /** Runs a function by its ARN at once: somebody waits for the answer. */
  readonly invokeForCaller: (functionArn: string, event: string) => Promise<Outcome>;
  /** Takes up what was under way when this cloud last stopped. */
  resume(): void;
  stop(): void;
}

/** How many functions run at once on this machine, and how many of them only for callers of the API. */
export function functionSlots(): { readonly maxRunning: number; readonly keptForCallers: number } {
  const cores = availableParallelism();
  return { maxRunning: RUNNING_PER_CORE * cores, keptForCallers: Math.ceil(KEPT_FOR_CALLERS_PER_CORE * cores) };
}

/**
 * How many environments of steps stay warm. All that can run at once, of each step: imports that start together run the same
 * step at the same time, and would find it cold at each turn otherwise. Less on a small machine, but one of each step.
 */
export function stepEnvironments(steps: number, slots: number, memoryBytes: number): number {
  const affordable = Math.floor((memoryBytes * IDLE_MEMORY_SHARE) / ENVIRONMENT_BYTES);
  return Math.max(steps, Math.min(steps * slots, affordable));
}

/** Names of the functions that some state machine runs; the others answer the API, or take an event. */
function stepNames({ functions, stateMachines }: CloudTemplate): Set<string> {
  const definitions = JSON.stringify(stateMachines.map(({ definition }) => definition));
  return new Set(functions.filter(({ arn }) => definitions.includes(JSON.stringify(arn))).map(({ name }) => name));
}

/**
 * @param variables what every function finds in its environment beside its own
 * @param clock by which schedules run
 */
export function startCompute(
  template: CloudTemplate,
  dataDir: DataDir,
  variables: Readonly<Record<string, string>>,
  clock: SchedulerClock,
): Compute {
  const { maxRunning, keptForCallers } = functionSlots();
  const steps = stepNames(template);
  const resident = new Set(template.functions.map(({ name }) => name).filter((name) => !steps.has(name)));
  const pool = new FunctionPool(template.functions, {
    bootstrapFile: installBootstrap(dataDir.cache),
    cloudVariables: variables,
    logDir: dataDir.logs,
    maxRunning,
    keptForCallers,
    resident,
    maxIdle: stepEnvironments(steps.size, maxRunning - keptForCallers, totalmem()),
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
    maxParallelItems: maxRunning - keptForCallers,
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
