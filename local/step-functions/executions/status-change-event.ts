import { randomUUID } from 'node:crypto';
import type { BusEvent } from '../../events/bus-event.ts';
import type { ExecutionRecord } from './execution-record.ts';

/** The event for EventBridge when the status of an execution changes. */
export function statusChangeEvent(record: ExecutionRecord): BusEvent {
  const [, , , region = '', account = ''] = record.executionArn.split(':');
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    account,
    time: new Date(record.stopDate ?? record.startDate).toISOString(),
    region,
    resources: [record.executionArn],
    detail: {
      executionArn: record.executionArn,
      stateMachineArn: record.stateMachineArn,
      name: record.name,
      status: record.status,
      startDate: record.startDate,
      stopDate: record.stopDate ?? null,
      input: record.input,
      output: record.output ?? null,
      error: record.error ?? null,
      cause: record.cause ?? null,
      inputDetails: { included: true },
      outputDetails: record.output === undefined ? null : { included: true },
    },
  };
}
