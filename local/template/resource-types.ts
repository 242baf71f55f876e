import { arn, bucketHost, type Place } from './place.ts';

/** The custom resource of CDK's BucketDeployment. The embedded cloud copies the files itself; it never runs CDK's Python function. */
export const SITE_DEPLOYMENT = 'Custom::CDKBucketDeployment';

/** The reference values of a resource type, and the properties of it that this cloud supports. */
export interface ResourceType {
  /** The property that may hold its name; resources without it are named after their path in the CDK's tree. */
  readonly nameProperty?: string;
  readonly ref?: (name: string, place: Place) => string;
  readonly attributes?: (name: string, place: Place) => Readonly<Record<string, string | undefined>>;
  /** Properties that are implemented or have no effect here; any other is an error. */
  readonly properties: readonly string[];
}

const arnOnly = (service: string, prefix = '') => ({
  attributes: (name: string, place: Place) => ({ Arn: arn(place, service, prefix + name) }),
});

/** The resource types that this cloud runs. */
export const RUN: Readonly<Record<string, ResourceType>> = {
  'AWS::DynamoDB::GlobalTable': {
    nameProperty: 'TableName',
    ...arnOnly('dynamodb', 'table/'),
    properties: [
      'TableName',
      'AttributeDefinitions',
      'KeySchema',
      'GlobalSecondaryIndexes',
      'TimeToLiveSpecification',
      'BillingMode',
      'Replicas',
      'SSESpecification',
    ],
  },
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    attributes: (name, place) => ({ Arn: `arn:aws:s3:::${name}`, RegionalDomainName: bucketHost(place, name) }),
    properties: [
      'BucketName',
      'VersioningConfiguration',
      'NotificationConfiguration',
      'CorsConfiguration',
      'BucketEncryption',
      'LifecycleConfiguration',
      'OwnershipControls',
      'PublicAccessBlockConfiguration',
      'Tags',
    ],
  },
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    ...arnOnly('lambda', 'function:'),
    properties: [
      'FunctionName',
      'Code',
      'Handler',
      'MemorySize',
      'Timeout',
      'Environment',
      'DeadLetterConfig',
      'Runtime',
      'Architectures',
      'Description',
      'LoggingConfig',
      'Role',
      'TracingConfig',
    ],
  },
  'AWS::Lambda::EventInvokeConfig': {
    properties: ['FunctionName', 'Qualifier', 'MaximumEventAgeInSeconds', 'MaximumRetryAttempts', 'DestinationConfig'],
  },
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    ref: (name, { region, account }) => `https://sqs.${region}.amazonaws.com/${account}/${name}`,
    ...arnOnly('sqs'),
    properties: ['QueueName', 'MessageRetentionPeriod', 'SqsManagedSseEnabled'],
  },
  'AWS::Events::Rule': {
    nameProperty: 'Name',
    ...arnOnly('events', 'rule/'),
    properties: ['Name', 'Description', 'EventPattern', 'ScheduleExpression', 'State', 'Targets'],
  },
  'AWS::Scheduler::ScheduleGroup': {
    nameProperty: 'Name',
    ...arnOnly('scheduler', 'schedule-group/'),
    properties: ['Name'],
  },
  'AWS::StepFunctions::StateMachine': {
    nameProperty: 'StateMachineName',
    ref: (name, place) => arn(place, 'states', `stateMachine:${name}`),
    attributes: (name, place) => ({ Arn: arn(place, 'states', `stateMachine:${name}`), Name: name }),
    properties: [
      'StateMachineName',
      'StateMachineType',
      'DefinitionString',
      'DefinitionS3Location',
      'DefinitionSubstitutions',
      'LoggingConfiguration',
      'RoleArn',
      'TracingConfiguration',
    ],
  },
  'AWS::ApiGatewayV2::Api': {
    attributes: (_, { apiUrl }) => ({ ApiEndpoint: apiUrl }),
    properties: ['Name', 'ProtocolType', 'CorsConfiguration', 'Description'],
  },
  'AWS::ApiGatewayV2::Stage': {
    properties: ['ApiId', 'StageName', 'AutoDeploy', 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings'],
  },
  'AWS::ApiGatewayV2::Route': {
    properties: ['ApiId', 'RouteKey', 'Target', 'AuthorizationType', 'AuthorizerId', 'AuthorizationScopes'],
  },
  'AWS::ApiGatewayV2::Integration': {
    properties: ['ApiId', 'IntegrationType', 'IntegrationUri', 'PayloadFormatVersion', 'TimeoutInMillis'],
  },
  'AWS::ApiGatewayV2::Authorizer': {
    properties: ['ApiId', 'AuthorizerType', 'IdentitySource', 'JwtConfiguration', 'Name'],
  },
  'AWS::CloudFront::Distribution': {
    attributes: (name) => ({ DomainName: `${name}.cloudfront.net` }),
    properties: ['DistributionConfig'],
  },
  'AWS::CloudFront::Function': {
    nameProperty: 'Name',
    attributes: (name, { account }) => ({ FunctionARN: `arn:aws:cloudfront::${account}:function/${name}` }),
    properties: ['Name', 'AutoPublish', 'FunctionCode', 'FunctionConfig'],
  },
  'AWS::CloudFront::OriginAccessControl': {
    attributes: (name) => ({ Id: name }),
    properties: ['OriginAccessControlConfig'],
  },
  'AWS::CloudFront::ResponseHeadersPolicy': { properties: ['ResponseHeadersPolicyConfig'] },
  'AWS::Cognito::UserPool': {
    ref: (name, { region }) => `${region}_${name}`,
    attributes: (name, { region }) => ({
      ProviderName: `cognito-idp.${region}.amazonaws.com/${region}_${name}`,
      ProviderURL: `https://cognito-idp.${region}.amazonaws.com/${region}_${name}`,
    }),
    properties: [
      'AccountRecoverySetting',
      'AdminCreateUserConfig',
      'AliasAttributes',
      'AutoVerifiedAttributes',
      'DeletionProtection',
      'EmailConfiguration',
      'EmailVerificationMessage',
      'EmailVerificationSubject',
      'EnabledMfas',
      'MfaConfiguration',
      'Policies',
      'Schema',
      'SmsVerificationMessage',
      'UserAttributeUpdateSettings',
      'UserPoolTier',
      'UsernameConfiguration',
      'VerificationMessageTemplate',
    ],
  },
  'AWS::Cognito::UserPoolClient': {
    properties: [
      'UserPoolId',
      'AccessTokenValidity',
      'AllowedOAuthFlows',
      'AllowedOAuthFlowsUserPoolClient',
      'AllowedOAuthScopes',
      'CallbackURLs',
      'EnableTokenRevocation',
      'ExplicitAuthFlows',
      'GenerateSecret',
      'IdTokenValidity',
      'LogoutURLs',
      'PreventUserExistenceErrors',
      'ReadAttributes',
      'RefreshTokenRotation',
      'RefreshTokenValidity',
      'SupportedIdentityProviders',
      'TokenValidityUnits',
      'WriteAttributes',
    ],
  },
  'AWS::Cognito::UserPoolDomain': {
    nameProperty: 'Domain',
    properties: ['Domain', 'ManagedLoginVersion', 'UserPoolId'],
  },
  'AWS::Cognito::UserPoolGroup': { properties: ['GroupName', 'UserPoolId'] },
  [SITE_DEPLOYMENT]: {
    // The reader rejects unknown properties with a message of its own.
    properties: [
      'ServiceToken',
      'SourceBucketNames',
      'SourceObjectKeys',
      'SourceMarkers',
      'SourceMarkersConfig',
      'DestinationBucketName',
      'Exclude',
      'Include',
      'Prune',
      'SystemMetadata',
      'DistributionId',
      'DistributionPaths',
      'WaitForDistributionInvalidation',
      'OutputObjectKeys',
    ],
  },
};

const whatever = (service: string): Omit<ResourceType, 'properties'> => arnOnly(service);

/** The resource types that have no effect here; docs/embedded-cloud.md lists the consequences. */
export const ACCEPTED: Readonly<Record<string, Omit<ResourceType, 'properties'>>> = {
  'AWS::CDK::Metadata': {},
  'AWS::CloudWatch::Alarm': whatever('cloudwatch'),
  'AWS::CloudWatch::Dashboard': {},
  'AWS::Cognito::ManagedLoginBranding': {},
  'AWS::IAM::Policy': {},
  'AWS::IAM::Role': { attributes: (name, { account }) => ({ Arn: `arn:aws:iam::${account}:role/${name}` }) },
  'AWS::Lambda::LayerVersion': {},
  'AWS::Lambda::Permission': {},
  'AWS::Logs::LogGroup': whatever('logs'),
  'AWS::Logs::MetricFilter': {},
  'AWS::S3::BucketPolicy': {},
  'AWS::SNS::Subscription': {},
  'AWS::SNS::Topic': { nameProperty: 'TopicName', ref: (name, place) => arn(place, 'sns', name), ...whatever('sns') },
  'AWS::SNS::TopicPolicy': {},
  'AWS::SQS::QueuePolicy': {},
};
