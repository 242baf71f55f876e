import { beforeAll, describe, expect, test } from '@jest/globals';
import { readSettings } from '../../infra/settings.ts';
import { SETTINGS } from './settings-of-templates.ts';
import { asText, ofType, type Resource, referencesIn, synthesise, synthesiseStacks } from './synthesis.ts';

let stacks: Record<string, Resource[] | undefined>;
let resources: Resource[];
beforeAll(() => {
  stacks = synthesiseStacks();
  resources = Object.values(stacks).flatMap((stack) => stack ?? []);
});

const first = (type: string) => ofType(resources, type)[0]?.Properties;

function behaviours() {
  const { DefaultCacheBehavior, CacheBehaviors } = first('AWS::CloudFront::Distribution').DistributionConfig;
  return [DefaultCacheBehavior, ...CacheBehaviors];
}

describe('the distribution of the console', () => {
  test('serves the site bucket, and the HTTP API below /api without a cache', () => {
    const { Origins } = first('AWS::CloudFront::Distribution').DistributionConfig;
    const targets = behaviours().map((behaviour) => {
      const origin = Origins.find(({ Id }: { Id: string }) => Id === behaviour.TargetOriginId);
      return [behaviour.PathPattern, asText(origin.DomainName), behaviour.AllowedMethods ?? ['GET', 'HEAD']];
    });
    const [api] = ofType(resources, 'AWS::ApiGatewayV2::Api');
    expect(targets).toEqual([
      [
        undefined,
        'switchboard-trial-site-<AWS::AccountId>-<AWS::Region>.s3.<AWS::Region>.<AWS::URLSuffix>',
        ['GET', 'HEAD'],
      ],
      [
        '/api/*',
        `<${api?.id}>.execute-api.<AWS::Region>.<AWS::URLSuffix>`,
        ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
      ],
    ]);
    // CachingDisabled and AllViewerExceptHostHeader, by the ids that AWS gives them.
    expect(behaviours()[1]).toMatchObject({
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    });
  });

  test('speaks TLS alone, and turns no error into a page', () => {
    expect(behaviours().map(({ ViewerProtocolPolicy }) => ViewerProtocolPolicy)).toEqual([
      'redirect-to-https',
      'https-only',
    ]);
    expect(first('AWS::CloudFront::Distribution').DistributionConfig.CustomErrorResponses).toBeUndefined();
  });

  test('lets scripts call the sign-in domain and the buckets, shows documents, and reaches no other host', () => {
    const { ContentSecurityPolicy: csp } = first('AWS::CloudFront::ResponseHeadersPolicy').ResponseHeadersPolicyConfig
      .SecurityHeadersConfig;
    const [domain] = ofType(resources, 'AWS::Cognito::UserPoolDomain');
    const bucket = (part: string) =>
      `https://switchboard-trial-${part}-<AWS::AccountId>-<AWS::Region>.s3.<AWS::Region>.<AWS::URLSuffix>`;
    const policy = asText(csp.ContentSecurityPolicy);
    expect(Object.fromEntries(policy.split('; ').map((directive) => directive.split(/ (.*)/)))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': `'self' data: blob: ${bucket('documents')}`,
      'frame-src': bucket('documents'),
      'font-src': "'self'",
      'connect-src': `'self' https://<${domain?.id}>.auth.<AWS::Region>.amazoncognito.com ${bucket('data')} ${bucket('documents')}`,
      'manifest-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'object-src': "'none'",
      'upgrade-insecure-requests': undefined,
      'require-trusted-types-for': "'script'",
    });
    expect(csp.Override).toBe(true);
  });

  test('sends the other security headers with every file', () => {
    const [policy] = ofType(resources, 'AWS::CloudFront::ResponseHeadersPolicy');
    expect(behaviours()[0].ResponseHeadersPolicyId).toEqual({ Ref: policy?.id });
    const { SecurityHeadersConfig, CustomHeadersConfig } = policy?.Properties.ResponseHeadersPolicyConfig ?? {};
    expect(SecurityHeadersConfig).toMatchObject({
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Override: true },
    });
    expect(CustomHeadersConfig.Items.map(({ Header }: { Header: string }) => Header)).toEqual([
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'permissions-policy',
    ]);
  });

  test('has names of its own in each stage and region, since CloudFront keeps them once per account', () => {
    const names = [
      ...ofType(resources, 'AWS::CloudFront::Function').map(({ Properties }) => Properties.Name),
      first('AWS::CloudFront::ResponseHeadersPolicy').ResponseHeadersPolicyConfig.Name,
      first('AWS::CloudFront::OriginAccessControl').OriginAccessControlConfig.Name,
    ];
    for (const name of names) expect(asText(name)).toMatch(/^switchboard-trial-.*-<AWS::Region>$/);
    expect(names).toHaveLength(4);
  });
});

describe('the site bucket', () => {
  test('is read by the distribution alone, whose requests are signed', () => {
    const [bucket] = ofType(stacks['switchboard-trial-web'] ?? [], 'AWS::S3::Bucket');
    const [policy] = ofType(stacks['switchboard-trial-web'] ?? [], 'AWS::S3::BucketPolicy');
    expect(Object.values(bucket?.Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    const allowing = policy?.Properties.PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );
    expect(allowing).toEqual([
      expect.objectContaining({
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ]);
    expect(asText(allowing[0].Condition.StringEquals['AWS:SourceArn'])).toContain(':distribution/');
    expect(first('AWS::CloudFront::OriginAccessControl').OriginAccessControlConfig).toMatchObject({
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    });
  });

  test('gets hashed files to be kept for a year, and everything else to be compared at each load', () => {
    const deployments = ofType(resources, 'Custom::CDKBucketDeployment').map(({ Properties }) => [
      Properties.Exclude,
      Properties.Include,
      Properties.SystemMetadata,
      Properties.Prune,
    ]);
    expect(deployments).toEqual([
      [['*'], ['assets/*'], { 'cache-control': 'public, max-age=31536000, immutable' }, false],
      [['assets/*'], undefined, { 'cache-control': 'no-cache' }, false],
    ]);
  });

  test('gets the addresses and ids of the stage at deployment', () => {
    const [, pages] = ofType(resources, 'Custom::CDKBucketDeployment');
    const [, markers] = pages?.Properties.SourceMarkers ?? [];
    const values = Object.values(markers).map((value) => asText(value));
    expect(values).toEqual(
      expect.arrayContaining([
        expect.stringContaining('UsersDomain'),
        expect.stringContaining('UsersConsole'),
        expect.stringContaining('UsersTerminal'),
        expect.stringContaining('ApiEndpoint'),
      ]),
    );
  });
});

describe('the buckets of data and of documents', () => {
  const corsOf = (found: readonly Resource[]) =>
    ofType(found, 'AWS::S3::Bucket').flatMap(({ Properties }) => Properties.CorsConfiguration?.CorsRules ?? []);

  test('are the only ones that pages of another origin may call, with presigned addresses', () => {
    const transfers = {
      AllowedOrigins: ['https://*.cloudfront.net'],
      AllowedMethods: ['PUT', 'GET', 'HEAD'],
      AllowedHeaders: ['*'],
      ExposedHeaders: ['ETag', 'Content-Range', 'Content-Length'],
      MaxAge: 3600,
    };
    expect(corsOf(resources)).toEqual([transfers, transfers]);
    const [bucket] = ofType(stacks['switchboard-trial-data'] ?? [], 'AWS::S3::Bucket');
    expect(bucket?.Properties.CorsConfiguration).toBeDefined();
    expect(first('AWS::ApiGatewayV2::Api').CorsConfiguration).toBeUndefined();
  });

  test('allow the one origin of the setting, once the console’s address is known', () => {
    const { consoleOrigin } = SETTINGS.everySetting;
    expect(corsOf(synthesise('everySetting'))).toMatchObject([
      { AllowedOrigins: [consoleOrigin] },
      { AllowedOrigins: [consoleOrigin] },
    ]);
    for (const wrong of ['http://d1.cloudfront.net', 'https://d1.cloudfront.net/', '*', 'd1.cloudfront.net'])
      expect(() => readSettings({ consoleOrigin: wrong })).toThrow(/consoleOrigin/);
  });

  test('have a name of stage, account and region, as the sign-in domain', () => {
    const buckets = ofType(stacks['switchboard-trial-data'] ?? [], 'AWS::S3::Bucket');
    expect(buckets.map(({ Properties }) => asText(Properties.BucketName))).toEqual([
      'switchboard-trial-data-<AWS::AccountId>-<AWS::Region>',
      'switchboard-trial-documents-<AWS::AccountId>-<AWS::Region>',
    ]);
    expect(asText(first('AWS::Cognito::UserPoolDomain').Domain)).toBe(
      'switchboard-trial-sign-in-<AWS::AccountId>-<AWS::Region>',
    );
  });
});

test('no stack refers to one that refers back to it', () => {
  const importsOf = (found: readonly Resource[]) =>
    new Set([...JSON.stringify(found).matchAll(/"Fn::ImportValue":"([\w-]+):/g)].map(([, stack = '']) => stack));
  const order = ['data', 'export', 'import', 'api', 'observability', 'web'].map((part) => `switchboard-trial-${part}`);
  expect(new Set(order)).toEqual(new Set(Object.keys(stacks)));
  for (const [index, name] of order.entries()) {
    const later = order.slice(index);
    expect([name, [...importsOf(stacks[name] ?? [])].filter((stack) => later.includes(stack))]).toEqual([name, []]);
  }
  expect([...importsOf(stacks['switchboard-trial-web'] ?? [])]).toEqual(['switchboard-trial-api']);
});

describe('sign-in', () => {
  const clients = () => ofType(resources, 'AWS::Cognito::UserPoolClient');

  test('is by e-mail, the user name being our user id', () => {
    expect(first('AWS::Cognito::UserPool')).toMatchObject({
      AliasAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      Schema: [{ Name: 'email', Required: true, Mutable: true }, { Name: 'crm_username' }],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    });
    expect(first('AWS::Cognito::UserPool').UsernameAttributes).toBeUndefined();
  });

  test('grants codes to both programs, each at addresses of its own', () => {
    const addresses = clients().map(({ Properties }) => [
      Properties.AllowedOAuthFlows,
      Properties.AllowedOAuthScopes,
      Properties.CallbackURLs.map((url: unknown) => asText(url)),
      (Properties.LogoutURLs ?? []).map((url: unknown) => asText(url)),
    ]);
    const [distribution] = ofType(resources, 'AWS::CloudFront::Distribution');
    const origin = `https://<${distribution?.id}.DomainName>`;
    const scopes = ['openid', 'email', 'profile'];
    expect(addresses).toEqual([
      [['code'], scopes, [`${origin}/signed-in`], [`${origin}/signed-out`]],
      [['code'], scopes, expect.arrayContaining([expect.stringMatching(/^http:\/\/localhost:\d+\/signed-in$/)]), []],
    ]);
  });

  test('rotates the refresh tokens of the console, which no other flow renews', () => {
    const [console] = clients();
    expect(console?.Properties.RefreshTokenRotation).toEqual({ Feature: 'ENABLED', RetryGracePeriodSeconds: 30 });
    expect(console?.Properties.ExplicitAuthFlows).not.toContain('ALLOW_REFRESH_TOKEN_AUTH');
  });

  test('is on the pages of managed login, with a style for each program', () => {
    expect(first('AWS::Cognito::UserPoolDomain').ManagedLoginVersion).toBe(2);
    const styled = ofType(resources, 'AWS::Cognito::ManagedLoginBranding').flatMap(({ Properties }) =>
      referencesIn(Properties.ClientId),
    );
    expect(styled).toEqual(clients().map(({ id }) => id));
  });

  test('always asks for a password: no trigger, other provider or flow of a stage goes without', () => {
    for (const found of [resources, synthesise('production')]) {
      expect(ofType(found, 'AWS::Cognito::UserPool').map(({ Properties }) => Properties.LambdaConfig)).toEqual([
        undefined,
      ]);
      for (const { Properties } of ofType(found, 'AWS::Cognito::UserPoolClient')) {
        expect(Properties.SupportedIdentityProviders).toEqual(['COGNITO']);
        const passwordless = /CUSTOM|ALLOW_USER_AUTH|ADMIN/;
        expect(Properties.ExplicitAuthFlows.filter((flow: string) => passwordless.test(flow))).toEqual([]);
      }
      const routes = ofType(found, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey);
      expect(routes.filter((key: string) => /token|oauth2/i.test(key))).toEqual([]);
    }
  });

  test('sends its messages through SES if a sender is set', () => {
    expect(first('AWS::Cognito::UserPool').EmailConfiguration).toBeUndefined();
    const [pool] = ofType(synthesise('everySetting'), 'AWS::Cognito::UserPool');
    const { EmailSendingAccount, From, SourceArn } = pool?.Properties.EmailConfiguration ?? {};
    expect([EmailSendingAccount, From]).toEqual(['DEVELOPER', 'Switchboard <no-reply@crm.example.com>']);
    expect(asText(SourceArn)).toBe('arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/crm.example.com');
    expect(() => readSettings({ signInEmail: 'crm' })).toThrow(/signInEmail/);
  });
});
