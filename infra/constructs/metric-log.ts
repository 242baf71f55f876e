import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { LogMessage } from '../../functions/shared/observability/messages.ts';
import type { Settings } from '../settings.ts';

/** The messages of which somebody is told. */
export const COUNTED = [
  'import.failed',
  'import.rejected',
  'import.missed',
  'queue.stuck',
] as const satisfies readonly LogMessage[];
export type CountedMessage = (typeof COUNTED)[number];

const MESSAGES = 'LoggedMessages';
const ERRORS = 'FunctionErrors';

const namespaceOf = ({ stage }: Settings): string => `Switchboard/${stage}`;

/**
 * Counts, in one function's log, the messages that have an alarm, and the invocations that did not succeed. The filters
 * cost nothing, and what they count is paid for only in hours in which there is something to count; CloudWatch's own
 * metrics would need an alarm for each function.
 */
export function countInLog(scope: Construct, logGroup: ILogGroup, settings: Settings): void {
  const metricNamespace = namespaceOf(settings);
  new MetricFilter(scope, 'CountMessages', {
    logGroup,
    metricNamespace,
    metricName: MESSAGES,
    filterPattern: FilterPattern.any(...COUNTED.map((name) => FilterPattern.stringValue('$.message', '=', name))),
    dimensions: { Message: '$.message' },
  });
  new MetricFilter(scope, 'CountErrors', {
    logGroup,
    metricNamespace,
    metricName: ERRORS,
    // Lambda's own line at the end of each invocation: error, failure and timeout are what else it may say.
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.type', '=', 'platform.report'),
      FilterPattern.stringValue('$.record.status', '!=', 'success'),
    ),
  });
}

/** How often a message was logged, by any function. */
export function metricOfMessage(settings: Settings, message: CountedMessage): Metric {
  return new Metric({
    namespace: namespaceOf(settings),
    metricName: MESSAGES,
    dimensionsMap: { Message: message },
    statistic: Stats.SUM,
  });
}

/** How many invocations of any function did not succeed: errors, time-outs, lack of memory. */
export function metricOfErrors(settings: Settings): Metric {
  return new Metric({ namespace: namespaceOf(settings), metricName: ERRORS, statistic: Stats.SUM });
}
