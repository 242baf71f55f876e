import { beforeAll, describe, expect, test } from '@jest/globals';
import { readSettings } from '../../infra/settings.ts';
import { asText, ofType, ownFunctions, type Resource, referencesIn, synthesise } from './synthesis.ts';

interface MetricData {
  readonly MetricStat?: {
    readonly Metric: { readonly MetricName: string; readonly Dimensions: { Name: string; Value: unknown }[] };
  };
  readonly Expression?: string;
}

let resources: Resource[];
let alarms: Resource[];
beforeAll(() => {
  resources = synthesise();
  alarms = ofType(resources, 'AWS::CloudWatch::Alarm');
});

const alarmsOn = (namespace: string, name: string) =>
  alarms.filter(({ Properties }) => Properties.Namespace === namespace && Properties.MetricName === name);

/** The last part of the reference in a dimension of each alarm; it contains the resource's id. */
const valuesOf = (found: readonly Resource[], dimension: string): string[] =>
  found.map(({ Properties }) =>
    asText(Properties.Dimensions.find(({ Name }: { Name: string }) => Name === dimension)?.Value),
  );

/** Whether the alarm of another stack, or of this one, refers to the resource with this id. */
const names = (value: string, id: string) => value.includes(id);

describe('every alarm', () => {
  test('notifies the topic, and treats missing data as no alarm', () => {
    const [topic] = ofType(resources, 'AWS::SNS::Topic');
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions.flatMap(referencesIn)).toEqual([topic?.id]);
      expect(Properties.TreatMissingData).toBe('notBreaching');
      expect(Properties.AlarmName).toMatch(/^switchboard-trial-[\w-]+$/);
    }
  });

  test('exists in a trial stage as in a production stage', () => {
    const idsOf = (all: Resource[]) => ofType(all, 'AWS::CloudWatch::Alarm').map(({ id }) => id);
    expect(idsOf(synthesise('production'))).toEqual(idsOf(resources));
  });
});

describe('there is an alarm for', () => {
  test.each([
    'import.failed',
    'import.rejected',
    'import.missed',
    'queue.stuck',
    'search-index.broke-off',
    'sign-in.stuck',
  ])('%s in any log', (message) => {
    expect(valuesOf(alarmsOn('Switchboard/trial', 'LoggedMessages'), 'Message')).toContain(message);
  });

  test('errors of any function: the log of each is counted', () => {
    expect(alarmsOn('Switchboard/trial', 'FunctionErrors')).toHaveLength(1);
    const filters = ofType(resources, 'AWS::Logs::MetricFilter');
    for (const lambda of ownFunctions(resources)) {
      const [logGroup] = referencesIn(lambda.Properties.LoggingConfig.LogGroup);
      const own = filters.filter(({ Properties }) => referencesIn(Properties.LogGroupName).includes(logGroup ?? ''));
      expect(new Set(own.map(({ Properties }) => Properties.MetricTransformations[0].MetricName))).toEqual(
        new Set(['FunctionErrors', 'LoggedMessages']),
      );
      // Lambda's own lines, by which errors are counted, come at the level INFO and above.
      expect(lambda.Properties.LoggingConfig).toMatchObject({ LogFormat: 'JSON' });
      expect([undefined, 'INFO', 'DEBUG']).toContain(lambda.Properties.LoggingConfig.SystemLogLevel);
    }
  });

  test('each queue of dead letters', () => {
    const watched = valuesOf(alarmsOn('AWS/SQS', 'ApproximateNumberOfMessagesVisible'), 'QueueName');
    const queues = ofType(resources, 'AWS::SQS::Queue');
    for (const { id } of queues) expect(watched.some((value) => names(value, id))).toBe(true);
    expect(watched).toHaveLength(queues.length);
  });

  test('each rule that cannot invoke its function', () => {
    const watched = valuesOf(alarmsOn('AWS/Events', 'FailedInvocations'), 'RuleName');
    const rules = ofType(resources, 'AWS::Events::Rule');
    for (const { id } of rules) expect(watched.some((value) => names(value, id))).toBe(true);
  });

  test('errors of the API', () => {
    const [api] = ofType(resources, 'AWS::ApiGatewayV2::Api');
    expect(valuesOf(alarmsOn('AWS/ApiGateway', '5xx'), 'ApiId')).toEqual([expect.stringContaining(api?.id ?? '?')]);
  });

  test('throttles of functions, and of each table and index, reads and writes', () => {
    expect(alarmsOn('AWS/Lambda', 'Throttles')).toHaveLength(1);
    const sums = alarms.map(({ Properties }) => (Properties.Metrics ?? []) as MetricData[]);
    for (const sum of sums) expect(sum.filter(({ MetricStat }) => MetricStat).length).toBeLessThanOrEqual(10);
    const watched = sums
      .flat()
      .flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : []))
      .map(({ MetricName, Dimensions }) => `${MetricName} ${Dimensions.map(({ Value }) => asText(Value)).join(' ')}`);
    for (const { id, Properties } of ofType(resources, 'AWS::DynamoDB::GlobalTable')) {
      const indexes = (Properties.GlobalSecondaryIndexes ?? []).map(
        ({ IndexName }: { IndexName: string }) => IndexName,
      );
      for (const metric of ['ReadThrottleEvents', 'WriteThrottleEvents']) {
        const own = watched.filter((text) => text.startsWith(`${metric} `) && text.includes(id));
        expect(own).toHaveLength(1 + indexes.length);
        for (const index of indexes) expect(own.filter((text) => text.split(' ').includes(index))).toHaveLength(1);
      }
    }
  });
});

describe('the logs', () => {
  test('are counted by the names of messages', () => {
    const patterns = ofType(resources, 'AWS::Logs::MetricFilter').map(({ Properties }) => [
      Properties.FilterPattern,
      Properties.MetricTransformations[0].Dimensions,
    ]);
    expect(new Set(patterns.map((pattern) => JSON.stringify(pattern)))).toEqual(
      new Set([
        JSON.stringify([
          '{ ($.message = "import.failed") || ($.message = "import.rejected") || ($.message = "import.missed") || ($.message = "queue.stuck") || ($.message = "search-index.broke-off") || ($.message = "sign-in.stuck") }',
          [{ Key: 'Message', Value: '$.message' }],
        ]),
        JSON.stringify(['{ ($.type = "platform.report") && ($.record.status != "success") }', undefined]),
      ]),
    );
  });
});

describe('traces', () => {
  test('are taken of every function and every workflow', () => {
    for (const { Properties } of ownFunctions(resources)) {
      expect(Properties.TracingConfig).toEqual({ Mode: 'Active' });
    }
    for (const { Properties } of ofType(resources, 'AWS::StepFunctions::StateMachine')) {
      expect(Properties.TracingConfiguration).toEqual({ Enabled: true });
    }
  });
});

describe('the topic', () => {
  test('takes messages over TLS alone, and from alarms of this stage', () => {
    const [policy] = ofType(resources, 'AWS::SNS::TopicPolicy');
    expect(policy?.Properties.PolicyDocument.Statement).toEqual([
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    ]);
    const condition = policy?.Properties.PolicyDocument.Statement[1].Condition.ArnLike['aws:SourceArn'];
    expect(asText(condition)).toBe(
      'arn:<AWS::Partition>:cloudwatch:<AWS::Region>:<AWS::AccountId>:alarm:switchboard-trial-*',
    );
  });

  test('notifies the address in the settings, and no address if there is none', () => {
    expect(resources.filter(({ Type }) => Type === 'AWS::SNS::Subscription')).toEqual([]);
    const [subscription] = ofType(synthesise('everySetting'), 'AWS::SNS::Subscription');
    expect(subscription?.Properties).toMatchObject({ Protocol: 'email', Endpoint: 'ops@example.com' });
    expect(() => readSettings({ alarmEmail: 'nobody' })).toThrow();
  });
});

test('the dashboard shows every alarm', () => {
  const [dashboard] = ofType(resources, 'AWS::CloudWatch::Dashboard');
  const shown = referencesIn(dashboard?.Properties.DashboardBody);
  for (const { id } of alarms) expect(shown).toContain(id);
});
