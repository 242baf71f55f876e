// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are CloudFormation's
import { describe, expect, test } from '@jest/globals';
import type { JsonValue } from '../../../../local/json-value.ts';
import type { Resource, Stack } from '../../../../local/template/cloud-assembly.ts';
import { Resolver } from '../../../../local/template/resolver.ts';

const place = {
  region: 'eu-west-1',
  account: '123456789012',
  apiUrl: 'http://127.0.0.1:7070',
  s3Url: 'http://127.0.0.1:7071',
  signInUrl: 'http://127.0.0.1:7074',
  consoleUrl: 'http://127.0.0.1:7077',
};

function resource(Type: string, Properties: Record<string, JsonValue> = {}): Resource {
  return { Type, Properties, Metadata: {} };
}

function stack(name: string, resources: Record<string, Resource>, more: Partial<Stack> = {}): Stack {
  return { name, Parameters: {}, Outputs: {}, Resources: resources, ...more };
}

function resolverOf(...stacks: Stack[]): Resolver {
  return new Resolver({ stacks, assets: new Map() }, place);
}

/** The resolution of a value, as a property of a queue in a template with other resources. */
function resolved(value: JsonValue): JsonValue | undefined {
  const resources = {
    Queue: resource('AWS::SQS::Queue', { QueueName: 'dead' }),
    Table: resource('AWS::DynamoDB::GlobalTable', { TableName: 'customers' }),
    Pool: resource('AWS::Cognito::UserPool'),
    Resolved: resource('AWS::Events::Rule', { Description: value }),
  };
  const parameters = { Size: { Type: 'String', Default: 'large' }, Open: { Type: 'String' } };
  const [resolved] = resolverOf(stack('app', resources, { Parameters: parameters }))
    .resources()
    .slice(-1);
  return resolved?.properties.Description;
}

describe('a template', () => {
  test.each<[JsonValue, JsonValue]>([
    [{ Ref: 'Table' }, 'customers'],
    [{ Ref: 'Queue' }, 'https://sqs.eu-west-1.amazonaws.com/123456789012/dead'],
    [{ Ref: 'AWS::Region' }, 'eu-west-1'],
    [{ Ref: 'Size' }, 'large'],
    [{ 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:aws:dynamodb:eu-west-1:123456789012:table/customers'],
    [{ 'Fn::GetAtt': 'Pool.ProviderURL' }, 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_app-pool'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Table' }, 'b']] }, 'a-customers-b'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Table', 'Arn'] }] }] }, 'aws'],
    [{ 'Fn::Sub': '${Table}/${Queue.Arn}/${!x}' }, 'customers/arn:aws:sqs:eu-west-1:123456789012:dead/${x}'],
    [{ 'Fn::Sub': ['${own}-${AWS::AccountId}', { own: { Ref: 'Table' } }] }, 'customers-123456789012'],
    [[{ a: { Ref: 'Size' }, b: 1 }], [{ a: 'large', b: 1 }]],
  ])('resolves %j', (value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  test.each<[JsonValue, string]>([
    [{ 'Fn::Base64': 'x' }, 'Fn::Base64'],
    [{ Ref: 'Nowhere' }, 'Nowhere'],
    [{ Ref: 'AWS::StackId' }, 'AWS::StackId'],
    [{ Ref: 'Open' }, 'Parameter Open'],
    [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }, 'Table.StreamArn'],
  ])('names the unsupported element in %j', (value, name) => {
    expect(() => resolved(value)).toThrow(name);
  });

  test('takes values from the exports of another stack', () => {
    const data = stack(
      'data',
      { Table: resource('AWS::DynamoDB::GlobalTable') },
      {
        Outputs: { T: { Value: { Ref: 'Table' }, Export: { Name: 'data:Table' } }, Name: { Value: { Ref: 'Table' } } },
      },
    );
    const app = stack('app', {
      Rule: resource('AWS::Events::Rule', { Description: { 'Fn::ImportValue': 'data:Table' } }),
    });
    const resolver = resolverOf(data, app);
    expect(resolver.resources()[1]?.properties).toEqual({ Description: 'data-table' });
    expect(resolver.outputs()).toEqual({ Name: 'data-table' });
    expect(() => resolverOf(app).resources()).toThrow('No stack exports data:Table');
  });

  test('names a resource type, a property and a condition that it does not know', () => {
    const rejected = (one: Resource) => () => resolverOf(stack('app', { Thing: one })).resources();
    expect(rejected(resource('AWS::Kinesis::Stream'))).toThrow(
      'Thing of stack app has resource type AWS::Kinesis::Stream',
    );
    expect(rejected(resource('AWS::SQS::Queue', { FifoQueue: true }))).toThrow('property FifoQueue of AWS::SQS::Queue');
    expect(rejected({ ...resource('AWS::SQS::Queue'), Condition: 'IsProduction' })).toThrow('a Condition');
    expect(resolverOf(stack('app', { Role: resource('AWS::IAM::Role', { Anything: 1 }) })).resources()).toEqual([]);
  });

  test('names resources after their place in the tree, the same every time', () => {
    const named: Resource = {
      ...resource('AWS::SQS::Queue'),
      Metadata: { 'aws:cdk:path': 'Import/StartImport/DeadLetters/Resource' },
    };
    const [queue] = resolverOf(stack('app', { Q1A2B3: named })).resources();
    expect(queue?.name).toBe('import-startimport-deadletters');
  });
});
