import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { PUBLIC, type RouteDescription } from '../../functions/shared/http/route.ts';
import type { Settings } from '../settings.ts';

/** Many times what a designer and a wallboard ask for; it keeps one caller from using up the account's functions. */
const REQUESTS_PER_SECOND = 100;
const REQUESTS_AT_ONCE = 200;

/** Who called what is known from the request id and the functions' logs; no address, no user, no query string here. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integrationStatus',
  error: '$context.error.responseType',
};

const OPEN_TO_ALL = { id: 'AwsSolutions-APIG4', reason: 'It describes the API, and holds nothing that is anybody’s.' };

export type ApiRoute = Pick<RouteDescription, 'method' | 'path' | 'roles' | 'idempotency'>;

interface ProtectedApiProps {
  readonly settings: Settings;
  readonly pool: UserPool;
  /** Whose tokens are taken. */
  readonly clients: readonly UserPoolClient[];
}

/** An HTTP API that asks for a token of the user pool on every route that its table does not call public. */
export class ProtectedApi extends Construct {
  readonly url: string;
  readonly #api: HttpApi;

  constructor(scope: Construct, id: string, { settings, pool, clients }: ProtectedApiProps) {
    super(scope, id);
    this.#api = new HttpApi(this, 'Api', {
      apiName: `switchboard-${settings.stage}`,
      createDefaultStage: false,
      defaultAuthorizer: new HttpJwtAuthorizer('Jwt', pool.userPoolProviderUrl, {
        jwtAudience: clients.map((client) => client.userPoolClientId),
      }),
    });
    const accessLog = new LogGroup(this, 'AccessLog', {
      // API Gateway's log delivery adds each group to one resource policy of limited size, except those with this prefix.
      logGroupName: `/aws/vendedlogs/apis/switchboard-${settings.stage}`,
      retention: settings.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.#api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: REQUESTS_PER_SECOND, burstLimit: REQUESTS_AT_ONCE },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    this.url = this.#api.apiEndpoint;
  }

  /** Sends the routes to one function. A request to any other path never reaches a function. */
  route(id: string, handler: IFunction, routes: readonly ApiRoute[]): void {
    // One permission for all routes: a function's policy holds 20 KB.
    const integration = new HttpLambdaIntegration(id, handler, { scopePermissionToRoute: false });
    for (const { method, path, roles } of routes) {
      const authorizer = roles === PUBLIC ? { authorizer: new HttpNoneAuthorizer() } : {};
      const added = this.#api.addRoutes({ path, methods: [HttpMethod[method]], integration, ...authorizer });
      if (roles !== PUBLIC) continue;
      for (const route of added) Validations.of(route).acknowledge(OPEN_TO_ALL);
    }
  }
}
