import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A small app: an upload starts a workflow, whose steps write items; an HTTP route reads one. */
const HANDLERS: Record<string, string> = {
  'on-upload': `
    import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
    const sfn = new SFNClient({});
    export const handler = async ({ detail }) => {
      if (detail.object.key.includes('poison')) throw new Error('cannot be handled');
      const stateMachineArn = process.env.MACHINE_ARN;
      const input = JSON.stringify({ key: detail.object.key, items: [1, 2, 3] });
      await sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'x' + detail.object['version-id'].replace(/[^\\w-]/g, '_').slice(0, 70), input }));
    };`,
  'on-failure': `
    import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
    const dynamodb = new DynamoDBClient({});
    export const handler = async (record) => {
      const Item = { PK: { S: 'failed' }, SK: { S: record.requestPayload.detail.object.key }, record: { S: JSON.stringify(record) } };
      await dynamodb.send(new PutItemCommand({ TableName: process.env.TABLE, Item }));
    };`,
  step: `
    import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
    import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
    const s3 = new S3Client({});
    const dynamodb = new DynamoDBClient({});
    export const handler = async ({ key, item }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: key }));
      const text = await Body.transformToString();
      if (text === 'slow') await new Promise((resolve) => setTimeout(resolve, 1_500));
      const Item = { PK: { S: key }, SK: { S: String(item) }, text: { S: text } };
      await dynamodb.send(new PutItemCommand({ TableName: process.env.TABLE, Item }));
      return item;
    };`,
  api: `
    import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
    const dynamodb = new DynamoDBClient({});
    export const handler = async (event) => {
      const { Items } = await dynamodb.send(new QueryCommand({ TableName: process.env.TABLE, KeyConditionExpression: 'PK = :key',
        ExpressionAttributeValues: { ':key': { S: event.queryStringParameters?.key ?? '-' } } }));
      return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: event.pathParameters.name,
        items: Items.map(({ SK }) => SK.S), claims: event.requestContext.authorizer.jwt.claims }) };
    };`,
};

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

function lambda(name: string, environment: object, more: object = {}): object {
  return {
    Type: 'AWS::Lambda::Function',
    Metadata: { 'aws:cdk:path': `App/${name}/Resource` },
    Properties: {
      Code: { S3Bucket: 'assets', S3Key: `${name}.zip` },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      MemorySize: 256,
      Timeout: 20,
      Environment: { Variables: environment },
      ...more,
    },
  };
}

const DEFINITION = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      MaxConcurrency: 3,
      ItemSelector: { 'key.$': '$.key', 'item.$': '$$.Map.Item.Value' },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Step',
        States: { Step: { Type: 'Task', Resource: '$' + '{StepArn}', TimeoutSeconds: 60, End: true } },
      },
      End: true,
    },
  },
};

const TEMPLATE = {
  Resources: {
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        AttributeDefinitions: ['PK', 'SK'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: 'PK', KeyType: 'HASH' },
          { AttributeName: 'SK', KeyType: 'RANGE' },
        ],
        BillingMode: 'PAY_PER_REQUEST',
      },
    },
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      },
    },
    Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
    Dead: { Type: 'AWS::SQS::Queue', Metadata: { 'aws:cdk:path': 'App/Dead/Resource' }, Properties: {} },
    OnUpload: lambda(
      'on-upload',
      { MACHINE_ARN: { Ref: 'Machine' } },
      { DeadLetterConfig: { TargetArn: arnOf('Dead') }, Role: arnOf('Role') },
    ),
    Retries: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        FunctionName: { Ref: 'OnUpload' },
        MaximumRetryAttempts: 0,
        Qualifier: '$LATEST',
        DestinationConfig: { OnFailure: { Destination: arnOf('OnFailure') } },
      },
    },
    OnFailure: lambda('on-failure', { TABLE: { Ref: 'Table' } }),
    Step: lambda('step', { BUCKET: { Ref: 'Bucket' }, TABLE: { Ref: 'Table' } }),
    ApiFunction: lambda('api', { TABLE: { Ref: 'Table' } }),
    Machine: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        StateMachineName: 'fixture',
        DefinitionString: JSON.stringify(DEFINITION),
        DefinitionSubstitutions: { StepArn: arnOf('Step') },
        RoleArn: arnOf('Role'),
      },
    },
    Access: { Type: 'AWS::CloudFront::OriginAccessControl', Properties: { OriginAccessControlConfig: {} } },
    Distribution: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          Enabled: true,
          Origins: [
            {
              Id: 'bucket',
              DomainName: { 'Fn::GetAtt': ['Bucket', 'RegionalDomainName'] },
              OriginAccessControlId: { 'Fn::GetAtt': ['Access', 'Id'] },
              S3OriginConfig: { OriginAccessIdentity: '' },
            },
          ],
          DefaultCacheBehavior: {
            TargetOriginId: 'bucket',
            CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
            ViewerProtocolPolicy: 'redirect-to-https',
          },
        },
      },
    },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: {
          source: ['aws.s3'],
          'detail-type': ['Object Created'],
          detail: { bucket: { name: [{ Ref: 'Bucket' }] }, object: { key: [{ prefix: 'uploads/' }] } },
        },
        Targets: [{ Arn: arnOf('OnUpload'), Id: 'Target0' }],
      },
    },
    Users: { Type: 'AWS::Cognito::UserPool', Properties: { Schema: [{ Name: 'crm_username' }] } },
    Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'Users' } } },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'fixture', ProtocolType: 'HTTP' } },
    Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Api' }, StageName: '$default' } },
    Jwt: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        ApiId: { Ref: 'Api' },
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: { Audience: [{ Ref: 'Client' }], Issuer: { 'Fn::GetAtt': ['Users', 'ProviderURL'] } },
        Name: 'Jwt',
      },
    },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: { Ref: 'Api' },
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: arnOf('ApiFunction'),
        PayloadFormatVersion: '2.0',
      },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: { Ref: 'Api' },
        RouteKey: 'GET /items/{name}',
        Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
        AuthorizationType: 'JWT',
        AuthorizerId: { Ref: 'Jwt' },
      },
    },
  },
  Outputs: {
    BucketName: { Value: { Ref: 'Bucket' } },
    TableName: { Value: { Ref: 'Table' } },
    MachineArn: { Value: { Ref: 'Machine' } },
  },
};

/** Writes the app as `cdk synth` would, its functions bundled; answers the folder. */
export async function writeAssembly(dir: string): Promise<string> {
  const assembly = join(dir, 'assembly');
  mkdirSync(assembly, { recursive: true });
  const names = Object.keys(HANDLERS);
  await Promise.all(
    names.map((name) =>
      build({
        stdin: { contents: HANDLERS[name] ?? '', resolveDir: import.meta.dirname, loader: 'js' },
        outfile: join(assembly, `asset.${name}`, 'index.mjs'),
        bundle: true,
        platform: 'node',
        format: 'esm',
        mainFields: ['module', 'main'],
        banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
      }),
    ),
  );
  const files = names.map((name) => [
    name,
    { source: { path: `asset.${name}`, packaging: 'zip' }, destinations: { here: { objectKey: `${name}.zip` } } },
  ]);
  const artifacts = {
    App: { type: 'aws:cloudformation:stack', properties: { templateFile: 'App.template.json', stackName: 'app' } },
    'App.assets': { type: 'cdk:asset-manifest', properties: { file: 'App.assets.json' } },
  };
  writeFileSync(join(assembly, 'App.assets.json'), JSON.stringify({ files: Object.fromEntries(files) }));
  writeFileSync(join(assembly, 'manifest.json'), JSON.stringify({ artifacts }));
  writeFileSync(join(assembly, 'App.template.json'), JSON.stringify(TEMPLATE));
  return assembly;
}
