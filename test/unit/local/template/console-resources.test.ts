import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../../local/json-value.ts';
import type { ResolvedResource } from '../../../../local/template/resolver.ts';
import { readDistribution } from '../../../../local/template/resources/distributions.ts';
import { readHostNames } from '../../../../local/template/resources/host-names.ts';
import { readResponseHeaders } from '../../../../local/template/resources/response-headers.ts';
import { readSiteDeployment } from '../../../../local/template/resources/site-deployments.ts';
import { readUserPool } from '../../../../local/template/resources/user-pools.ts';

const place = {
  region: 'eu-west-1',
  account: '123456789012',
  apiUrl: 'http://127.0.0.1:7070',
  s3Url: 'http://127.0.0.1:7071',
  signInUrl: 'http://127.0.0.1:7074',
  consoleUrl: 'http://127.0.0.1:7077',
};

function resource(type: string, name: string, properties: JsonObject = {}, attributes = {}): ResolvedResource {
  return { type: `AWS::${type}`, logicalId: name, name, ref: name, attributes, properties };
}

const distributionOf = (config: JsonObject) =>
  resource('CloudFront::Distribution', 'dist', { DistributionConfig: config }, { DomainName: 'dist.cloudfront.net' });

const behaviour = {
  TargetOriginId: 'files',
  CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
  ViewerProtocolPolicy: 'redirect-to-https',
};
const CONFIG: JsonObject = {
  Enabled: true,
  DefaultRootObject: 'index.html',
  DefaultCacheBehavior: {
    ...behaviour,
    FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: 'arn:page' }],
    ResponseHeadersPolicyId: 'headers',
  },
  CacheBehaviors: [{ ...behaviour, TargetOriginId: 'api', PathPattern: '/api/*', AllowedMethods: ['GET', 'POST'] }],
  Origins: [
    {
      Id: 'files',
      DomainName: 'site.s3.eu-west-1.amazonaws.com',
      OriginAccessControlId: 'access',
      S3OriginConfig: { OriginAccessIdentity: '' },
    },
    {
      Id: 'api',
      DomainName: 'api.execute-api.eu-west-1.amazonaws.com',
      CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
    },
  ],
};

const headers = resource('CloudFront::ResponseHeadersPolicy', 'headers', {
  ResponseHeadersPolicyConfig: {
    Name: 'headers',
    RemoveHeadersConfig: { Items: [{ Header: 'Server' }] },
    CustomHeadersConfig: { Items: [{ Header: 'X-Own', Value: '1', Override: false }] },
    SecurityHeadersConfig: {
      ContentSecurityPolicy: {
        ContentSecurityPolicy:
          "connect-src 'self' https://login.auth.eu-west-1.amazoncognito.com https://site.s3.eu-west-1.amazonaws.com https://other.example; upgrade-insecure-requests; object-src 'none'",
        Override: true,
      },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 10, IncludeSubdomains: true, Override: true },
    },
  },
});

const all = [
  distributionOf(CONFIG),
  headers,
  resource('CloudFront::OriginAccessControl', 'access'),
  resource(
    'CloudFront::Function',
    'page',
    { FunctionCode: 'code', FunctionConfig: { Runtime: 'cloudfront-js-2.0' } },
    { FunctionARN: 'arn:page' },
  ),
  resource('ApiGatewayV2::Api', 'api'),
  resource('S3::Bucket', 'site'),
  resource('Cognito::UserPoolDomain', 'login', { Domain: 'login', UserPoolId: 'pool' }),
];
const hosts = readHostNames(all, place);
const read = (config: JsonObject) => readDistribution(distributionOf(config), all, hosts);

describe('the host names of a template', () => {
  test('become the addresses of this machine, scheme and port included', () => {
    expect(hosts.localise('https://dist.cloudfront.net/signed-in https://shop.example')).toBe(
      'http://127.0.0.1:7077/signed-in https://shop.example',
    );
    expect(hosts.awsOrigin('http://127.0.0.1:7077')).toBe('https://dist.cloudfront.net');
    expect(hosts.awsOrigin('http://127.0.0.1:3000')).toBeUndefined();
    expect(() => hosts.addressOf('shop.example')).toThrow('shop.example');
  });
});

describe('a distribution', () => {
  test('has its behaviours in order, with origins of this machine', () => {
    expect(read(CONFIG)).toMatchObject({
      rootObject: 'index.html',
      behaviours: [
        {
          pathPattern: '/api/*',
          methods: ['GET', 'POST'],
          origin: { kind: 'http', address: 'http://127.0.0.1:7070' },
          viewerRequest: undefined,
        },
        {
          pathPattern: '*',
          methods: ['GET', 'HEAD'],
          origin: { kind: 'bucket', address: 'http://127.0.0.1:7071/site/' },
          viewerRequest: 'code',
        },
      ],
    });
  });

  test.each<[string, JsonObject, string]>([
    ['error responses', { CustomErrorResponses: [] }, 'CustomErrorResponses'],
    ['a web ACL', { WebACLId: 'x' }, 'WebACLId'],
    ['another cache policy', { DefaultCacheBehavior: { ...behaviour, CachePolicyId: 'own' } }, 'CachePolicyId'],
    [
      'a function after the cache',
      {
        DefaultCacheBehavior: {
          ...behaviour,
          FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: 'arn:page' }],
        },
      },
      'viewer-request',
    ],
    ['an unknown origin', { DefaultCacheBehavior: { ...behaviour, TargetOriginId: 'gone' } }, 'origin gone'],
    [
      'an unknown policy',
      { DefaultCacheBehavior: { ...behaviour, ResponseHeadersPolicyId: 'gone' } },
      'ResponseHeadersPolicy gone',
    ],
  ])('with %s is an error that names it', (_, changes, message) => {
    expect(() => read({ ...CONFIG, ...changes })).toThrow(message);
  });
});

describe('a response headers policy', () => {
  test('names the hosts of this machine, which plain http can reach', () => {
    const { added, removed } = readResponseHeaders(headers, hosts);
    expect(removed).toEqual(['server']);
    expect(added).toEqual([
      {
        name: 'content-security-policy',
        value:
          "connect-src 'self' http://127.0.0.1:7074 http://127.0.0.1:7071/site/ https://other.example; object-src 'none'",
        overrides: true,
      },
      { name: 'strict-transport-security', value: 'max-age=10; includeSubDomains', overrides: true },
      { name: 'x-own', value: '1', overrides: false },
    ]);
  });
});

describe('a user pool', () => {
  test('has clients with the addresses, lifetimes and scopes of the template', () => {
    const Schema = [
      { Name: 'email', Required: true },
      { Name: 'crm_username', Required: false },
    ];
    const pool = resource('Cognito::UserPool', 'pool', { Schema }, { ProviderURL: 'https://issuer.example' });
    const client = resource('Cognito::UserPoolClient', 'console', {
      UserPoolId: 'pool',
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['https://dist.cloudfront.net/signed-in'],
      LogoutURLs: ['https://dist.cloudfront.net/signed-out'],
      ReadAttributes: ['email', 'custom:crm_username'],
      AccessTokenValidity: 30,
      RefreshTokenValidity: 2,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'hours' },
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 5 },
    });
    const old = resource('Cognito::UserPoolClient', 'old', { UserPoolId: 'pool' });
    expect(readUserPool([pool, client, old], hosts)).toEqual({
      id: 'pool',
      issuer: 'https://issuer.example',
      customAttributes: ['custom:crm_username'],
      clients: [
        {
          id: 'console',
          grantsCode: true,
          scopes: ['openid'],
          callbacks: ['http://127.0.0.1:7077/signed-in'],
          logouts: ['http://127.0.0.1:7077/signed-out'],
          readable: ['email', 'custom:crm_username'],
          accessSeconds: 1800,
          idSeconds: 3600,
          refreshSeconds: 7200,
          rotationGraceSeconds: 5,
        },
        {
          id: 'old',
          grantsCode: false,
          scopes: [],
          callbacks: [],
          logouts: [],
          readable: ['email', 'email_verified', 'name'],
          accessSeconds: 3600,
          idSeconds: 3600,
          refreshSeconds: 30 * 86_400,
          rotationGraceSeconds: undefined,
        },
      ],
    });
    expect(readUserPool([], hosts)).toBeUndefined();
    expect(() => readUserPool([pool, pool], hosts)).toThrow('more than one user pool');
    const implicit = resource('Cognito::UserPoolClient', 'x', { UserPoolId: 'pool', AllowedOAuthFlows: ['implicit'] });
    expect(() => readUserPool([pool, implicit], hosts)).toThrow();
  });
});

describe('a deployment of files', () => {
  const assets = new Map([['site.zip', '/assets/site']]);
  const properties = {
    ServiceToken: 'arn',
    SourceBucketNames: ['assets'],
    SourceObjectKeys: ['site.zip'],
    DestinationBucketName: 'site',
    Prune: false,
    Exclude: ['*'],
    SystemMetadata: { 'cache-control': 'no-cache' },
  };

  test('has its folders, filters and headers', () => {
    expect(readSiteDeployment(resource('x', 'Pages', properties), assets)).toEqual({
      id: 'Pages',
      sources: [{ folder: '/assets/site', markers: {} }],
      bucket: 'site',
      exclude: ['*'],
      include: [],
      headers: { 'cache-control': 'no-cache' },
    });
  });

  test.each<[JsonObject, string]>([
    [{ Prune: true }, 'Prune'],
    [{ DestinationBucketKeyPrefix: 'x' }, 'DestinationBucketKeyPrefix'],
    [{ SystemMetadata: { acl: 'x' } }, 'acl'],
    [{ SourceObjectKeys: ['gone.zip'] }, 'gone.zip'],
  ])('with %j is an error that names it', (changes, message) => {
    const changed = resource('x', 'Pages', { ...properties, ...changes });
    expect(() => readSiteDeployment(changed, assets)).toThrow(message);
  });
});
