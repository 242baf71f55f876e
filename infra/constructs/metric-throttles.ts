import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { TableShape } from '../../functions/shared/dynamodb/tables.ts';

/** As many metrics as one alarm adds up. */
const METRICS_PER_ALARM = 10;

/**
 * Throttled reads and writes of a table and of all its indexes, as few sums as alarms allow. DynamoDB counts an index
 * apart from its table, and it is an index that one popular value slows down.
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
  // A metric of which there is no data would make the whole sum empty.
  const terms = Object.keys(usingMetrics).map((id) => `FILL(${id}, 0)`);
  return new MathExpression({ expression: terms.join(' + '), usingMetrics, label: 'throttled' });
}

/** Invocations refused because the account runs as many functions as it may, ours or not: all share one limit. */
export function metricOfLambdaThrottles(): Metric {
  return new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: Stats.SUM });
}
