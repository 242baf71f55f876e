import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { LogMessage } from '../../functions/shared/observability/messages.ts';
import type { Settings } from '../settings.ts';

/** The messages that have an alarm. */
export const COUNTED = [
  'import.failed',
  'import.rejected',
  'import.missed',
  'queue.stuck',
  'search-index.broke-off',
  'sign-in.stuck',
] as const satisfies readonly LogMessage[];
export type CountedMessage = (typeof COUNTED)[number];

const MESSAGES = 'LoggedMessages';
const ERRORS = 'FunctionErrors';

const namespaceOf = ({ stage }: Settings): string => `Switchboard/${stage}`;

/**
 * Counts, in one function's log, the messages that have an alarm, and the invocations that failed. The filters cost nothing,
 * and a metric costs only in hours in which it counts something; CloudWatch's metrics would need an alarm for each function.
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
    // Lambda's line at the end of each invocation; any status other than success (error, failure, timeout) counts.
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

/** How many invocations of any function failed: errors, time-outs, lack of memory. */
export function metricOfErrors(settings: Settings): Metric {
  return new Metric({ namespace: namespaceOf(settings), metricName: ERRORS, statistic: Stats.SUM });
}
