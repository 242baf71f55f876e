import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { COUNTED, metricOfErrors, metricOfMessage } from './metric-log.ts';
import { metricOfLambdaThrottles } from './metric-throttles.ts';

const FULL_WIDTH = 24;
const HALF_WIDTH = FULL_WIDTH / 2;
const PERIOD = Duration.minutes(5);

interface DashboardProps {
  readonly settings: Settings;
  readonly alarms: readonly IAlarm[];
  readonly apiId: string;
  readonly tables: ReadonlyMap<string, string>;
  readonly workflowArn: string;
}

/** One page with the alarms, the progress of imports, the API's latency, and the tables' consumption. */
export function addDashboard(scope: Construct, id: string, props: DashboardProps): Dashboard {
  const { settings, alarms, tables } = props;
  const dashboard = new Dashboard(scope, id, { dashboardName: `switchboard-${settings.stage}` });
  dashboard.addWidgets(
    new TextWidget({
      markdown: `# Switchboard ${settings.stage}\nEach alarm's description names its article in ${settings.runbook}.`,
      width: FULL_WIDTH,
      height: 2,
    }),
  );
  dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: FULL_WIDTH, height: 5 }));
  dashboard.addWidgets(graph('Imports', workflowMetrics(props)), graph('Log messages', messageMetrics(settings)));
  dashboard.addWidgets(graph('API requests', apiCounts(props)), graph('API, milliseconds', apiLatencies(props)));
  dashboard.addWidgets(
    graph('Functions: errors and throttles', [metricOfErrors(settings), metricOfLambdaThrottles()]),
    graph('Functions: slowest hundredth, milliseconds', [functionDurations(settings)]),
  );
  for (const [name, tableName] of tables) {
    dashboard.addWidgets(
      graph(
        `${name}: units consumed`,
        tableMetrics(tableName, ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits']),
      ),
      graph(`${name}: throttled`, tableMetrics(tableName, ['ReadThrottleEvents', 'WriteThrottleEvents'])),
    );
  }
  return dashboard;
}

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: HALF_WIDTH, period: PERIOD });

const messageMetrics = (settings: Settings) =>
  COUNTED.map((message) => metricOfMessage(settings, message).with({ label: message }));

const workflowMetrics = ({ workflowArn }: DashboardProps) =>
  ['ExecutionsStarted', 'ExecutionsSucceeded', 'ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'].map(
    (metricName) =>
      new Metric({
        namespace: 'AWS/States',
        metricName,
        dimensionsMap: { StateMachineArn: workflowArn },
        statistic: Stats.SUM,
      }),
  );

function apiMetric({ apiId }: DashboardProps, metricName: string, statistic: string): Metric {
  return new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap: { ApiId: apiId }, statistic });
}

const apiCounts = (props: DashboardProps) => ['Count', '4xx', '5xx'].map((name) => apiMetric(props, name, Stats.SUM));
const apiLatencies = (props: DashboardProps) => ['p50', 'p99'].map((share) => apiMetric(props, 'Latency', share));

const tableMetrics = (TableName: string, names: readonly string[]) =>
  names.map(
    (metricName) =>
      new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName }, statistic: Stats.SUM }),
  );

/** A search instead of names: with names, a removed function would have to leave the dashboard in an earlier deployment. */
function functionDurations({ stage }: Settings): MathExpression {
  const expression = `SEARCH('{AWS/Lambda,FunctionName} MetricName="Duration" switchboard ${stage}', 'p99', ${PERIOD.toSeconds()})`;
  return new MathExpression({ expression, usingMetrics: {}, label: '' });
}
