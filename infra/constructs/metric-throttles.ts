import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { TableShape } from '../../functions/shared/dynamodb/tables.ts';

/** The maximum of metrics in the expression of one alarm. */
const METRICS_PER_ALARM = 10;

/**
 * Throttled reads and writes of a table and of all its indexes, in as few sums as alarms allow. DynamoDB counts an index
 * separately from its table, and a popular value can throttle an index alone.
 */
export function metricsOfThrottles(table: TableV2, shape: TableShape): IMetric[] {
  const owners = [{}, ...shape.indexes.map(({ name }) => ({ GlobalSecondaryIndexName: name }))];
  const all = owners.flatMap((owner) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map(
      (metricName) =>
        new Metric({
          namespace: 'AWS/DynamoDB',
          metricName,
          dimensionsMap: { TableName: table.tableName, ...owner },
          statistic: Stats.SUM,
        }),
    ),
  );
  const sums: IMetric[] = [];
  for (let at = 0; at < all.length; at += METRICS_PER_ALARM) sums.push(sumOf(all.slice(at, at + METRICS_PER_ALARM)));
  return sums;
}

function sumOf(metrics: readonly Metric[]): MathExpression {
  const usingMetrics = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  // Without FILL, one metric without data would make the whole sum empty.
  const terms = Object.keys(usingMetrics).map((id) => `FILL(${id}, 0)`);
  return new MathExpression({ expression: terms.join(' + '), usingMetrics, label: 'throttled' });
}

/** Invocations rejected at the account's concurrency limit, which all its functions share, including those of other software. */
export function metricOfLambdaThrottles(): Metric {
  return new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: Stats.SUM });
}
