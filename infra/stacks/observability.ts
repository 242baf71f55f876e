import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule } from 'aws-cdk-lib/aws-events';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import {
  CONTROL_TABLE_SHAPE,
  CUSTOMERS_TABLE_SHAPE,
  SEARCH_TABLE_SHAPE,
} from '../../functions/shared/dynamodb/tables.ts';
import { RunbookAlarm } from '../constructs/alarm.ts';
import { addAlarmTopic } from '../constructs/alarm-topic.ts';
import { addDashboard } from '../constructs/dashboard.ts';
import { metricOfErrors, metricOfMessage } from '../constructs/metric-log.ts';
import { metricOfLambdaThrottles, metricsOfThrottles } from '../constructs/metric-throttles.ts';
import { nameWorkflow } from '../constructs/workflow.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data.ts';

interface ObservabilityStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  /** The constructs whose queues, rules and APIs get alarms. */
  readonly watched: readonly IConstruct[];
}

const QUARTER_HOUR = Duration.minutes(15);
/** Lambda, the workflow or the caller retries a single error; three within a quarter of an hour indicate a fault. */
const ERRORS = { threshold: 3, periods: 1 };
/** Tables on demand need a few minutes to adapt to a new load; writers wait meanwhile. */
const LASTING = { threshold: 1, periods: 3 };

/** Alarms, each with its article in the runbook, the topic that they notify, and a dashboard. */
export class ObservabilityStack extends Stack {
  readonly #settings: Settings;
  readonly #topic: Topic;
  readonly #alarms: RunbookAlarm[] = [];

  constructor(scope: Construct, id: string, { settings, data, watched, ...props }: ObservabilityStackProps) {
    super(scope, id, props);
    this.#settings = settings;
    this.#topic = addAlarmTopic(this, 'Alarms', settings);
    const apis = find(watched, HttpApi);
    this.#watchImports();
    this.#watchFunctions();
    this.#watchTables(data);
    for (const api of apis) this.#watchApi(api);
    for (const queue of find(watched, Queue)) this.#watchQueue(queue);
    for (const rule of find(watched, Rule)) this.#watchRule(rule);
    addDashboard(this, 'Dashboard', {
      settings,
      alarms: this.#alarms,
      apiId: apis[0]?.apiId ?? '',
      tables: new Map([
        ['Customers', data.customersTable.tableName],
        ['Control table', data.controlTable.tableName],
        ['Search index', data.searchTable.tableName],
      ]),
      workflowArn: nameWorkflow(this, settings, 'import').arn,
    });
    new CfnOutput(this, 'AlarmTopicArn', { value: this.#topic.topicArn });
  }

  #watchImports(): void {
    const logged = (id: string, message: Parameters<typeof metricOfMessage>[1], article: string, summary: string) =>
      this.#add(id, article, summary, metricOfMessage(this.#settings, message));
    logged('import-failed', 'import.failed', 'an-import-has-failed', 'An import ended early and can be resumed.');
    logged('import-rejected', 'import.rejected', 'an-import-was-rejected', 'A file could not be imported as a whole.');
    logged('import-missed', 'import.missed', 'a-schedule-found-nothing', 'A schedule found no file to import.');
    const waits = 'The user pool has not followed a change of a user for half an hour.';
    logged('sign-in-stuck', 'sign-in.stuck', 'a-sign-in-act-hangs', waits);
    const index = 'The job that writes a search index has ended early.';
    logged('search-index-broke-off', 'search-index.broke-off', 'a-search-index-is-not-written', index);
    logged('queue-stuck', 'queue.stuck', 'a-queue-does-not-move', 'Imports of a CRM table wait, and nothing moves.');
  }

  #watchFunctions(): void {
    const quarterHour = metricOfErrors(this.#settings).with({ period: QUARTER_HOUR });
    this.#add('function-errors', 'a-function-fails', 'Functions fail.', quarterHour, ERRORS);
    const throttled = 'Lambda rejects invocations: the account has reached its concurrency limit.';
    this.#add('function-throttles', 'functions-are-throttled', throttled, metricOfLambdaThrottles(), LASTING);
  }

  #watchTables({ customersTable, controlTable, searchTable }: DataStack): void {
    const watch = (name: string, sums: readonly IMetric[]) =>
      sums.forEach((sum, index) => {
        const summary = `DynamoDB has throttled the ${name} table or an index of it for a quarter of an hour.`;
        this.#add(`${name}-throttles-${index + 1}`, 'a-table-is-throttled', summary, sum, LASTING);
      });
    watch('customers', metricsOfThrottles(customersTable, CUSTOMERS_TABLE_SHAPE));
    watch('control', metricsOfThrottles(controlTable, CONTROL_TABLE_SHAPE));
    watch('search', metricsOfThrottles(searchTable, SEARCH_TABLE_SHAPE));
  }

  #watchApi(api: HttpApi): void {
    const metric = new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensionsMap: { ApiId: api.apiId },
      statistic: Stats.SUM,
      period: QUARTER_HOUR,
    });
    this.#add('api-5xx', 'the-api-answers-5xx', 'The API answers with server errors.', metric, ERRORS);
  }

  #watchQueue(queue: Queue): void {
    const metric = queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM });
    const id = `dead-letters-${ownerOf(queue)}`;
    this.#add(
      id,
      'messages-in-a-dead-letter-queue',
      'An event could not be handled and is in a dead-letter queue.',
      metric,
    );
  }

  #watchRule(rule: Rule): void {
    const metric = new Metric({
      namespace: 'AWS/Events',
      metricName: 'FailedInvocations',
      dimensionsMap: { RuleName: rule.ruleName },
      statistic: Stats.SUM,
    });
    const summary = 'EventBridge could not deliver an event to its function.';
    this.#add(`rule-${ownerOf(rule)}`, 'a-rule-cannot-invoke-its-function', summary, metric);
  }

  #add(id: string, article: string, summary: string, metric: IMetric, when: Partial<typeof LASTING> = {}): void {
    const common = { settings: this.#settings, topic: this.#topic };
    this.#alarms.push(new RunbookAlarm(this, id, { ...common, article, summary, metric, ...when }));
  }
}

/** The name of the construct that contains a queue or a rule, e.g. `StartImport`. */
function ownerOf({ node }: IConstruct): string {
  return node.scope?.node.id ?? node.id;
}

function find<C extends IConstruct>(
  scopes: readonly IConstruct[],
  // biome-ignore lint/suspicious/noExplicitAny: the constructor's arguments do not matter
  kind: abstract new (...args: any[]) => C,
): C[] {
  return scopes.flatMap(({ node }) => node.findAll().filter((construct): construct is C => construct instanceof kind));
}
