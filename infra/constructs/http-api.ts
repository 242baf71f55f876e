import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnRoute,
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct, type IConstruct } from 'constructs';
import { PUBLIC } from '../../functions/shared/http/access.ts';
import type { RouteDescription } from '../../functions/shared/http/route.ts';
import type { Settings } from '../settings.ts';
import { type Throttle, throttleOf } from './route-throttles.ts';

/** The caller is found by the request id in the functions' logs; this log holds no address, user or query string. */
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

const OPEN_TO_ALL = { id: 'AwsSolutions-APIG4', reason: 'The route describes the API and returns no personal data.' };

export type ApiRoute = Pick<RouteDescription, 'method' | 'path' | 'access' | 'idempotency' | 'isCostly'>;

interface ProtectedApiProps {
  readonly settings: Settings;
  readonly pool: UserPool;
}

/** The CloudFormation resource of a construct. */
function resourceOf<T>(construct: IConstruct, type: new (...args: never[]) => T): T {
  const { defaultChild } = construct.node;
  if (defaultChild instanceof type) return defaultChild;
  throw new Error(`${construct.node.path} has no resource of type ${type.name}`);
}

/** An HTTP API that requires a token of the user pool on every route that is not public in the route table. */
export class ProtectedApi extends Construct {
  readonly url: string;
  readonly apiId: string;
  readonly #api: HttpApi;
  readonly #pool: UserPool;
  #authorizer: HttpJwtAuthorizer | undefined;
  readonly #stage: CfnStage;
  readonly #routeSettings: Record<string, Throttle> = {};

  constructor(scope: Construct, id: string, { settings, pool }: ProtectedApiProps) {
    super(scope, id);
    this.#api = new HttpApi(this, 'Api', {
      apiName: `switchboard-${settings.stage}`,
      createDefaultStage: false,
    });
    this.#pool = pool;
    this.apiId = this.#api.apiId;
    const accessLog = new LogGroup(this, 'AccessLog', {
      // API Gateway's log delivery adds each log group to one resource policy of limited size, except groups with this prefix.
      logGroupName: `/aws/vendedlogs/apis/switchboard-${settings.stage}`,
      retention: settings.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.#api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: settings.requestsPerSecond, burstLimit: settings.requestsPerSecond },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    this.#stage = resourceOf(stage, CfnStage);
    this.url = this.#api.apiEndpoint;
  }

  /**
   * Accepts the tokens that the pool makes for these clients. Comes before the first route, and after the API: the console's
   * client has the address of the distribution, which has the API for an origin.
   */
  acceptTokensFor(clientIds: readonly string[]): void {
    this.#authorizer = new HttpJwtAuthorizer('Jwt', this.#pool.userPoolProviderUrl, {
      jwtAudience: [...clientIds],
    });
  }

  /** Sends the routes to one function. Requests to other paths do not reach a function. */
  route(id: string, handler: IFunction, routes: readonly ApiRoute[]): void {
    // One permission for all routes: a function's policy is limited to 20 KB.
    const integration = new HttpLambdaIntegration(id, handler, { scopePermissionToRoute: false });
    for (const route of routes) {
      const { method, path, access } = route;
      const authorizer = access === PUBLIC ? new HttpNoneAuthorizer() : this.#authorizer;
      if (authorizer === undefined) throw new Error('A route before the clients whose tokens it accepts');
      const added = this.#api.addRoutes({ path, methods: [HttpMethod[method]], integration, authorizer });
      const throttle = throttleOf(route);
      if (throttle) this.#limit(`${method} ${path}`, throttle, added);
      if (access !== PUBLIC) continue;
      for (const each of added) Validations.of(each).acknowledge(OPEN_TO_ALL);
    }
  }

  /** API Gateway rejects settings of a route that does not exist, so the stage depends on the route. */
  #limit(key: string, throttle: Throttle, added: readonly HttpRoute[]): void {
    this.#routeSettings[key] = throttle;
    this.#stage.routeSettings = this.#routeSettings;
    for (const route of added) this.#stage.addResourceDependency(resourceOf(route, CfnRoute));
  }
}
