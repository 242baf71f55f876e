import { beforeAll, describe, expect, test } from '@jest/globals';
import { routes as accountRoutes } from '../../functions/accounts/routes.ts';
import { routes as apiDocsRoutes } from '../../functions/api-docs/routes.ts';
import { routes as campaignRoutes } from '../../functions/campaigns/routes.ts';
import { routes as crmTableRoutes } from '../../functions/crm-tables/routes.ts';
import { routes as customerRoutes } from '../../functions/customers/routes.ts';
import { routes as definitionRoutes } from '../../functions/definitions/routes.ts';
import { routes as documentRoutes } from '../../functions/documents/routes.ts';
import { routes as exportRoutes } from '../../functions/exports/routes.ts';
import { routes as filterRoutes } from '../../functions/filters/routes.ts';
import { routes as previewRoutes } from '../../functions/imports/preview-routes.ts';
import { routes as importRoutes } from '../../functions/imports/routes.ts';
import { routes as maintenanceRoutes } from '../../functions/maintenance/routes.ts';
import { routes as peopleRoutes } from '../../functions/people/routes.ts';
import { routes as scheduleRoutes } from '../../functions/schedules/routes.ts';
import { PUBLIC } from '../../functions/shared/http/access.ts';
import type { RouteDescription } from '../../functions/shared/http/route.ts';
import { readSettings } from '../../infra/settings.ts';
import { asText, bundleOf, ofType, type Resource, referencesIn, synthesise } from './synthesis.ts';

const ROUTES: Record<string, readonly RouteDescription[]> = {
  documents: documentRoutes,
  accounts: accountRoutes,
  campaigns: campaignRoutes,
  exports: exportRoutes,
  filters: filterRoutes,
  'crm-tables': crmTableRoutes,
  customers: customerRoutes,
  definitions: definitionRoutes,
  'api-docs': apiDocsRoutes,
  imports: importRoutes,
  'imports-preview': previewRoutes,
  maintenance: maintenanceRoutes,
  people: peopleRoutes,
  schedules: scheduleRoutes,
};

let resources: Resource[];
beforeAll(() => {
  resources = synthesise();
});

describe('the API', () => {
  test('requires a token of its user pool on every route but the two that describe it', () => {
    const authorizers = ofType(resources, 'AWS::ApiGatewayV2::Authorizer');
    expect(authorizers).toHaveLength(1);
    expect(authorizers[0]?.Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
    });
    const { Audience, Issuer } = authorizers[0]?.Properties.JwtConfiguration ?? {};
    expect(Audience.map((client: { Ref: string }) => client.Ref)).toEqual(
      ofType(resources, 'AWS::Cognito::UserPoolClient').map(({ id }) => id),
    );
    expect(asText(Issuer)).toMatch(/^<Users\w+\.ProviderURL>$/);
    const routes = ofType(resources, 'AWS::ApiGatewayV2::Route');
    const open = routes.filter(({ Properties }) => Properties.AuthorizationType === 'NONE');
    expect(open.map(({ Properties }) => Properties.RouteKey)).toEqual(['GET /openapi.json', 'GET /docs']);
    for (const { Properties } of routes.filter((route) => !open.includes(route))) {
      expect(Properties.AuthorizationType).toBe('JWT');
      expect(Properties.AuthorizerId).toEqual({ Ref: authorizers[0]?.id });
    }
  });

  test('has the routes of the domains, each leading to its function', () => {
    const integrations = ofType(resources, 'AWS::ApiGatewayV2::Integration');
    const routes = ofType(resources, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => {
      const [integrationId] = referencesIn(Properties.Target);
      const integration = integrations.find(({ id }) => id === integrationId);
      const [lambdaId] = referencesIn(integration?.Properties.IntegrationUri);
      const lambda = resources.find(({ id }) => id === lambdaId);
      return `${Properties.RouteKey} -> ${lambda && bundleOf(lambda)}`;
    });
    const expected = Object.entries(ROUTES).flatMap(([domain, table]) =>
      table.map(({ method, path }) => `${method} ${path} -> ${domain}-api`),
    );
    expect(new Set(routes)).toEqual(new Set(expected));
    expect(routes).toHaveLength(expected.length);
  });

  test('lets 2,000 requests a second through, or as many as the setting says', () => {
    const limits = (found: Resource[]) =>
      ofType(found, 'AWS::ApiGatewayV2::Stage').map(({ Properties }) => Properties.DefaultRouteSettings);
    expect(limits(resources)).toEqual([{ ThrottlingBurstLimit: 2_000, ThrottlingRateLimit: 2_000 }]);
    expect(limits(synthesise('everySetting'))).toEqual([{ ThrottlingBurstLimit: 350, ThrottlingRateLimit: 350 }]);
    for (const requestsPerSecond of ['0', '-1', 'many', '1.5', ''])
      expect(() => readSettings({ requestsPerSecond })).toThrow(/requestsPerSecond/);
  });

  test('lets far fewer through on routes that are public or costly, and makes its stage after those', () => {
    const [stage] = ofType(resources, 'AWS::ApiGatewayV2::Stage');
    const limited = Object.values(ROUTES)
      .flat()
      .filter(({ access, isCostly }) => access === PUBLIC || isCostly)
      .map(({ method, path }) => `${method} ${path}`);
    expect(limited).toEqual(expect.arrayContaining(['GET /docs', 'GET /openapi.json', 'POST /imports/preview']));
    const settings: Record<string, { ThrottlingRateLimit: number; ThrottlingBurstLimit: number }> =
      stage?.Properties.RouteSettings;
    expect(Object.keys(settings).toSorted((a, b) => a.localeCompare(b))).toEqual(
      limited.toSorted((a, b) => a.localeCompare(b)),
    );
    for (const { ThrottlingRateLimit, ThrottlingBurstLimit } of Object.values(settings)) {
      expect(ThrottlingRateLimit).toBeLessThanOrEqual(20);
      expect(ThrottlingBurstLimit).toBeLessThanOrEqual(20);
    }
    const routes = ofType(resources, 'AWS::ApiGatewayV2::Route').filter(({ Properties }) =>
      limited.includes(Properties.RouteKey),
    );
    expect(stage?.DependsOn).toEqual(expect.arrayContaining(routes.map(({ id }) => id)));
  });

  test('logs no personal data', () => {
    for (const { Properties } of ofType(resources, 'AWS::ApiGatewayV2::Stage')) {
      const { DestinationArn, Format } = Properties.AccessLogSettings;
      const group = resources.find(({ id }) => id === referencesIn(DestinationArn)[0]);
      expect(group?.Properties.LogGroupName).toBe('/aws/vendedlogs/apis/switchboard-trial');
      expect(Format).not.toMatch(/identity|authorizer|\.path|querystring|sourceIp|userAgent/i);
    }
  });
});

describe('sign-in', () => {
  test('has no sign-up, and requires a strong password', () => {
    const [pool] = ofType(resources, 'AWS::Cognito::UserPool');
    expect(pool?.Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
    expect(pool?.Properties.Policies.PasswordPolicy).toMatchObject({
      MinimumLength: 12,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercase: true,
    });
  });

  test('demands a second factor in production', () => {
    const mfa = (found: Resource[]) =>
      ofType(found, 'AWS::Cognito::UserPool').map(({ Properties }) => Properties.MfaConfiguration);
    expect(mfa(resources)).toEqual(['OPTIONAL']);
    expect(mfa(synthesise('production'))).toEqual(['ON']);
  });

  test('has no groups, since roles are stored by Switchboard, and gives its client no secret', () => {
    expect(resources.filter(({ Type }) => Type === 'AWS::Cognito::UserPoolGroup')).toEqual([]);
    for (const { Properties } of ofType(resources, 'AWS::Cognito::UserPoolClient')) {
      expect(Properties.GenerateSecret).toBe(false);
      expect(Properties.PreventUserExistenceErrors).toBe('ENABLED');
    }
  });

  test('lets two functions act on single users of the pool, and no other on the pool', () => {
    const rightsOf = (found: Resource[]) =>
      ofType(found, 'AWS::IAM::Policy').flatMap(({ id, Properties }) => {
        const statements: Array<{ Action: string | string[]; Resource: unknown }> = Properties.PolicyDocument.Statement;
        return statements
          .map(({ Action, Resource: pool }) => ({ actions: [Action].flat(), pool: asText(pool) }))
          .filter(({ actions }) => actions.some((action) => action.startsWith('cognito')))
          .map((statement) => ({ function: id.replace(/Role\w+$/, ''), ...statement }));
      });
    const acts = ['CreateUser', 'DeleteUser', 'DisableUser', 'EnableUser', 'GetUser', 'ResetUserPassword'];
    const invited = [...acts, 'UpdateUserAttributes', 'UserGlobalSignOut'].map((act) => `cognito-idp:Admin${act}`);
    const rights = (actions: string[]) =>
      ['ReconcileSignInsHandler', 'Apipeople'].map((name) => ({
        ...{ function: name, actions },
        pool: expect.stringMatching(/^<Users\w+\.Arn>$/),
      }));
    expect(rightsOf(synthesise('everySetting'))).toEqual(rights(invited));
    expect(rightsOf(resources)).toEqual(rights([...invited, 'cognito-idp:AdminSetUserPassword'].sort()));
  });

  test('has the username in the id token, which no user changes', () => {
    const [pool] = ofType(resources, 'AWS::Cognito::UserPool');
    expect(pool?.Properties.Schema).toContainEqual({
      ...{ Name: 'crm_username', AttributeDataType: 'String', Mutable: true },
      StringAttributeConstraints: { MaxLength: '100' },
    });
    for (const { Properties } of ofType(resources, 'AWS::Cognito::UserPoolClient')) {
      expect(Properties.ReadAttributes).toContain('custom:crm_username');
      expect(Properties.WriteAttributes).toEqual(['email']);
    }
  });

  test('sends invitations where Amazon SES is set', () => {
    const sends = (found: Resource[]) =>
      ofType(found, 'AWS::Lambda::Function')
        .map(({ Properties }) => Properties.Environment?.Variables.SENDS_INVITATIONS)
        .filter((value) => value !== undefined);
    expect(sends(resources)).toEqual(['false', 'false']);
    expect(sends(synthesise('everySetting'))).toEqual(['true', 'true']);
  });

  test('is by Cognito with a password alone, in every stage: the sign-in of the embedded cloud asks for none', () => {
    for (const deployed of [resources, synthesise('production')]) {
      const [pool] = ofType(deployed, 'AWS::Cognito::UserPool');
      expect(pool?.Properties).not.toHaveProperty('LambdaConfig');
      expect(deployed.filter(({ Type }) => Type === 'AWS::Cognito::UserPoolIdentityProvider')).toEqual([]);
      for (const { Properties } of ofType(deployed, 'AWS::Cognito::UserPoolClient')) {
        expect(Properties.ExplicitAuthFlows.join()).not.toMatch(/CUSTOM|USER_AUTH/);
        expect(Properties.SupportedIdentityProviders).toEqual(['COGNITO']);
        expect(Properties.CallbackURLs.join()).not.toContain('127.0.0.1');
      }
      const [authorizer] = ofType(deployed, 'AWS::ApiGatewayV2::Authorizer');
      expect(asText(authorizer?.Properties.JwtConfiguration.Issuer)).toMatch(/^<Users\w+\.ProviderURL>$/);
    }
  });

  test('takes a password from the terminal alone, and gives back tokens that end and can be revoked', () => {
    const clients = ofType(resources, 'AWS::Cognito::UserPoolClient').map(({ Properties }) => Properties);
    expect(clients.map(({ ExplicitAuthFlows }) => ExplicitAuthFlows)).toEqual([
      ['ALLOW_USER_SRP_AUTH'],
      ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    ]);
    for (const client of clients) {
      expect(client).toMatchObject({ EnableTokenRevocation: true, IdTokenValidity: 60, RefreshTokenValidity: 1440 });
    }
  });
});
