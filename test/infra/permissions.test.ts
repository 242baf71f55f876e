import { beforeAll, describe, expect, test } from '@jest/globals';
import { asText, ofType, type Resource, referencesIn, synthesise } from './synthesis.ts';

interface Statement {
  readonly Action: string | string[];
  readonly Effect: string;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** Actions without a resource in IAM: traces, and the delivery of a state machine's log. */
const MAY_NAME_EVERYTHING = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];

/** Objects of the data bucket, executions of the one state machine, schedules of the one group. */
const PATTERNS = [
  /\/(uploads|inbox|imports|exports|imports\/_rejected|work|work\/\*\/cancel)\/\*$/,
  /\/imports\/\*(\/plan\.json|\.sorted\.txt|\.before\.jsonl)$/,
  /:execution:switchboard-trial-(import|search-index|export)[:/]\*$/,
  /:schedule\/switchboard-trial\/\*$/,
  /^<SiteBucket\w+\.Arn>\/\*$/,
  /^<[^>]*DocumentsBucket\w+>\/\*$/,
  /:s3:::cdk-\w+-assets-<AWS::AccountId>-<AWS::Region>\/\*$/,
];

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

let resources: Resource[];
let policies: Resource[];
beforeAll(() => {
  resources = synthesise();
  policies = ofType(resources, 'AWS::IAM::Policy');
});

const statementsOf = (policy: Resource['Properties']): Statement[] => policy.PolicyDocument.Statement;

function statements(): Statement[] {
  return policies.flatMap(({ Properties }) => statementsOf(Properties));
}

/** The permissions of the function with this name in its id, as `action resource`, without log and traces. */
function rightsOf(idStart: string): string[] {
  const policy = policies.filter(({ id }) => id.startsWith(idStart));
  expect(policy).toHaveLength(1);
  const own: Statement[] = policy[0]?.Properties.PolicyDocument.Statement;
  return own
    .flatMap(({ Action, Resource }) =>
      list(Action).flatMap((action) => list(Resource).map((on) => [action, asText(on)])),
    )
    .filter(([action]) => !/^(logs|xray|sqs):/.test(String(action)))
    .map(
      ([action, on]) => `${action} ${String(on).replace(/<[^>]*Output(FnGetAtt|Ref)(\w+?(Table|Bucket))\w*>/, '$2')}`,
    )
    .sort();
}

describe('permissions', () => {
  test('allow named actions only', () => {
    for (const { Action, Effect } of statements()) {
      expect(Effect).toBe('Allow');
      for (const action of list(Action)) expect(action).toMatch(/^[a-z0-9-]+:[A-Za-z]+$/);
    }
  });

  test('name their resources, but for what has none', () => {
    for (const { Action, Resource } of statements()) {
      for (const resource of list(Resource).map(asText)) {
        if (resource === '*') for (const action of list(Action)) expect(MAY_NAME_EVERYTHING).toContain(action);
        else if (resource.includes('*')) expect(PATTERNS.some((pattern) => pattern.test(resource))).toBe(true);
      }
    }
  });

  test('come from no managed policy', () => {
    for (const { Properties } of ofType(resources, 'AWS::IAM::Role')) {
      expect(Properties.ManagedPolicyArns).toBeUndefined();
    }
  });

  test('of a step that reads ranges are files alone', () => {
    expect(rightsOf('Stepscan').filter((right) => !right.startsWith('s3:'))).toEqual([]);
  });

  test('of services to take on a role hold for this account alone', () => {
    for (const { id, Properties } of ofType(resources, 'AWS::IAM::Role')) {
      for (const { Principal, Condition } of Properties.AssumeRolePolicyDocument.Statement) {
        const { 'aws:SourceAccount': account } = Condition?.StringEquals ?? {};
        // A user pool's client trusts identities, not a service.
        expect([id, Principal.Service === undefined || account]).toEqual([id, { Ref: 'AWS::AccountId' }]);
      }
    }
  });

  test('of the workflow on the items of its Maps hold in both forms of their names', () => {
    const rights = rightsOf('ImportWorkflowMapPolicy').map((right) => right.replace(/ .*:execution:/, ' '));
    expect(rights.filter((right) => !right.startsWith('states:StartExecution'))).toEqual([
      'states:DescribeExecution switchboard-trial-import/*',
      'states:DescribeExecution switchboard-trial-import:*',
      'states:StopExecution switchboard-trial-import/*',
      'states:StopExecution switchboard-trial-import:*',
    ]);
  });

  test.each([
    ['Stepdifferentiate', ['BatchGetItem', 'Query']],
    ['Stepinsert', ['BatchGetItem', 'PartiQLInsert', 'PutItem', 'Query', 'UpdateItem']],
    ['Stepupdate', ['BatchGetItem', 'PartiQLInsert', 'PutItem', 'Query', 'UpdateItem']],
    ['Stepbulkcopy', ['BatchGetItem', 'PartiQLInsert', 'PutItem', 'Query', 'UpdateItem']],
    ['Stepreadindex', ['BatchGetItem', 'Query']],
  ])('of %s on customers are %j', (step, actions) => {
    const onCustomers = rightsOf(step).filter((right) => right.endsWith('CustomersTable'));
    expect(onCustomers).toEqual(actions.map((action) => `dynamodb:${action} CustomersTable`));
  });

  test('on the search index are to add single entries, to write blocks, to read them, and to delete older items', () => {
    const onSearch = policies
      .map(
        ({ id }) =>
          [id.replace(/Role\w+$/, ''), rightsOf(id).filter((right) => right.endsWith('SearchTable'))] as const,
      )
      .filter(([, rights]) => rights.length > 0);
    const add = ['dynamodb:BatchWriteItem SearchTable'];
    expect(Object.fromEntries(onSearch)).toEqual({
      Stepinsert: add,
      Stepupdate: add,
      Stepbulkcopy: add,
      Stepwriteindex: add,
      Stepcleanindex: [...add, 'dynamodb:DeleteItem SearchTable', 'dynamodb:Query SearchTable'],
      Apicustomers: [...add, 'dynamodb:Query SearchTable'],
      WorkMaintenanceHandler: [...add, 'dynamodb:Query SearchTable'],
    });
    const adders = policies.flatMap(({ id, Properties }) =>
      /^(Step(insert|update|bulkcopy)|Apicustomers)/.test(id)
        ? statementsOf(Properties).filter(
            ({ Action, Resource }) =>
              list(Action).includes('dynamodb:BatchWriteItem') && /SearchTable/.test(asText(list(Resource)[0])),
          )
        : [],
    );
    expect(adders).toHaveLength(4);
    for (const { Condition } of adders) {
      expect(Condition).toEqual({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['*#+#*'] } });
    }
  });

  test('to remove customers and files are of the worker of maintenance alone, but for files under uploads/ by the imports API', () => {
    const granted = policies.flatMap(({ id, Properties }) =>
      statementsOf(Properties).flatMap(({ Action, Resource }) =>
        list(Action).flatMap((action) => list(Resource).map((on) => `${id} ${action} ${asText(on)}`)),
      ),
    );
    const deleting = policies
      .flatMap(({ Properties }) => statementsOf(Properties))
      .filter(
        ({ Action, Resource }) =>
          list(Action).includes('dynamodb:DeleteItem') && /Customers/.test(asText(list(Resource)[0])),
      );
    // Orders of removals, and texts of notes: a deleted customer becomes a tombstone.
    for (const { Condition } of deleting) {
      expect(Condition).toEqual({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': expect.anything() } });
      expect(JSON.stringify(Condition)).not.toMatch(/CUSTOMER#|HISTORY#/);
    }
    expect(deleting.length).toBe(5);
    const removals = granted.filter(
      (right) => right.includes('DeleteObject') && !/^(Apidocuments|RemoveDocuments|WorkMaintenance)/.test(right),
    );
    expect(removals).toEqual([expect.stringMatching(/^ApiimportsRole\w+ s3:DeleteObject \S+\/uploads\/\*$/)]);
    const receivers = policies.filter(({ Properties }) =>
      statementsOf(Properties).some(
        ({ Action, Resource }) =>
          list(Action).includes('s3:PutObject') && list(Resource).some((on) => /\/uploads\//.test(asText(on))),
      ),
    );
    expect(receivers.map(({ id }) => id.replace(/Role\w+$/, ''))).toEqual(['Apiimports']);
  });

  test('of the API on customers are to write items, and to delete texts of notes and orders of removals', () => {
    const actions = rightsOf('Apicustomers').filter((right) => right.includes('CustomersTable'));
    const own = [
      ...['BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'],
      'UpdateItem',
    ];
    expect(actions).toEqual(own.map((action) => `dynamodb:${action} CustomersTable`));
  });

  test('of the preview of imports on customers are to read them, and the API on imports has none', () => {
    expect(rightsOf('ApiimportsRole').filter((right) => right.endsWith('CustomersTable'))).toEqual([]);
    expect(rightsOf('ApiimportspreviewRole').filter((right) => right.endsWith('CustomersTable'))).toEqual([
      'dynamodb:BatchGetItem CustomersTable',
      'dynamodb:Query CustomersTable',
    ]);
  });

  test('to set the flag that stops workers are for whatever ends an import', () => {
    const flagging = policies.filter(({ Properties }) =>
      statementsOf(Properties).some(({ Resource }) => list(Resource).some((on) => /\/cancel\/\*$/.test(asText(on)))),
    );
    const names = flagging.map(({ id }) => id.replace(/(Handler)?Role\w+$/, ''));
    expect(new Set(names)).toEqual(
      new Set(['Apiexports', 'Apiimports', 'ExecutionEnded', 'StartImport', 'WatchQueues']),
    );
  });

  test('to invoke a function are of four of the API: for imports, runs of schedules, invitations and maintenance', () => {
    const invoking = policies.flatMap(({ id, Properties }) =>
      id.startsWith('Api')
        ? statementsOf(Properties)
            .filter(({ Action }) => list(Action).includes('lambda:InvokeFunction'))
            .flatMap(({ Resource }) => list(Resource).map((on) => [id.replace(/Role\w+$/, ''), asText(on)]))
        : [],
    );
    expect(invoking).toEqual([
      ['Apiimports', expect.stringMatching(/StartImportHandlerFunction\w+Arn\w*>$/)],
      ['Apipeople', expect.stringMatching(/^<ReconcileSignInsHandlerFunction\w+\.Arn>$/)],
      ['Apischedules', expect.stringMatching(/StartExportHandlerFunction\w+Arn\w*>$/)],
      ['Apischedules', expect.stringMatching(/StartImportHandlerFunction\w+Arn\w*>$/)],
      ['Apimaintenance', expect.stringMatching(/^<WorkMaintenanceHandlerFunction\w+\.Arn>$/)],
    ]);
  });

  test('to invoke the function that records failed starts are those of start-import alone, and it reads no file', () => {
    const invoking = policies.filter(({ Properties }) =>
      statementsOf(Properties).some(
        ({ Action, Resource }) =>
          list(Action).includes('lambda:InvokeFunction') && /RecordFailedStart/.test(JSON.stringify(Resource)),
      ),
    );
    expect(invoking.map(({ id }) => id.replace(/(Handler)?Role\w+$/, ''))).toEqual(['StartImport']);
    expect(rightsOf('RecordFailedStart').filter((right) => !/ ControlTable/.test(right))).toEqual([]);
  });

  test.each([
    ['ImportWorkflow', /^Step(?!cleanindex|\w+export)/],
    ['ExportWorkflow', /^Step\w+export(?=Function)/],
    ['SearchIndexWorkflow', /^Step\w+index(?=Function)/],
  ])('let %s invoke exactly its steps', (workflow, names) => {
    const policy = policies.find(({ id }) => id.startsWith(`${workflow}Role`));
    const invoke: Statement | undefined = policy?.Properties.PolicyDocument.Statement.find(
      ({ Action }: Statement) => Action === 'lambda:InvokeFunction',
    );
    const steps = ofType(resources, 'AWS::Lambda::Function').filter(({ id }) => names.test(id));
    expect(new Set(referencesIn(invoke?.Resource))).toEqual(new Set(steps.map(({ id }) => id)));
  });
});
