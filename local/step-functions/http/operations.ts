import * as z from 'zod';
import type { JsonValue } from '../../json-value.ts';
import { type ExecutionRecord, STATUSES } from '../executions/execution-record.ts';
import type { StepFunctions } from '../step-functions.ts';
import { historyPage } from './history-page.ts';
import { PageRequestSchema, page } from './page.ts';

/** One operation of the API: parses its input and returns its output. */
export type Operation = (input: JsonValue, stepFunctions: StepFunctions) => object;

const StartSchema = z.object({
  stateMachineArn: z.string(),
  name: z.string().optional(),
  input: z.string().optional(),
});
const ExecutionSchema = z.object({ executionArn: z.string() });
const StopSchema = ExecutionSchema.extend({ error: z.string().optional(), cause: z.string().optional() });
const ListSchema = PageRequestSchema.extend({ stateMachineArn: z.string(), statusFilter: z.enum(STATUSES).optional() });
const HistorySchema = PageRequestSchema.extend({ executionArn: z.string(), reverseOrder: z.boolean().default(false) });

export const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  [
    'StartExecution',
    (raw, stepFunctions) => {
      const { stateMachineArn, name, input } = StartSchema.parse(raw);
      const record = stepFunctions.start(stateMachineArn, name, input);
      return { executionArn: record.executionArn, startDate: seconds(record.startDate) };
    },
  ],
  [
    'DescribeExecution',
    (raw, stepFunctions) => described(stepFunctions.describe(ExecutionSchema.parse(raw).executionArn)),
  ],
  [
    'StopExecution',
    (raw, stepFunctions) => {
      const { executionArn, error, cause } = StopSchema.parse(raw);
      return { stopDate: seconds(stepFunctions.abort(executionArn, error, cause).stopDate) };
    },
  ],
  [
    'ListExecutions',
    (raw, stepFunctions) => {
      const { stateMachineArn, statusFilter, ...request } = ListSchema.parse(raw);
      const records = stepFunctions
        .list(stateMachineArn)
        .filter(({ status }) => !statusFilter || status === statusFilter);
      const { items, nextToken } = page(records, request);
      return { executions: items.map(listed), nextToken };
    },
  ],
  [
    'GetExecutionHistory',
    (raw, stepFunctions) => {
      const { executionArn, ...request } = HistorySchema.parse(raw);
      return historyPage(stepFunctions.history(executionArn), request);
    },
  ],
]);

function listed({ executionArn, stateMachineArn, name, status, startDate, stopDate }: ExecutionRecord): object {
  return { executionArn, stateMachineArn, name, status, startDate: seconds(startDate), stopDate: seconds(stopDate) };
}

function described(record: ExecutionRecord): object {
  const { input, output, error, cause } = record;
  return { ...listed(record), input, output, error, cause, inputDetails: { included: true }, redriveCount: 0 };
}

/** The protocol counts seconds since 1970. */
function seconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}
