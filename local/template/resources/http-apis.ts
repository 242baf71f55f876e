import * as z from 'zod';
import type { ResolvedResource } from '../resolver.ts';

const ApiSchema = z.object({
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: z
    .strictObject({
      AllowCredentials: z.boolean().optional(),
      AllowHeaders: z.array(z.string()).optional(),
      AllowMethods: z.array(z.string()).optional(),
      AllowOrigins: z.array(z.string()).optional(),
      ExposeHeaders: z.array(z.string()).optional(),
      MaxAge: z.number().optional(),
    })
    .optional(),
});
const StageSchema = z.object({ ApiId: z.string(), StageName: z.literal('$default') });
const IntegrationSchema = z.object({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.number().max(30_000).default(30_000),
});
const AuthorizerSchema = z.object({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()).default([]) }),
});
const RouteSchema = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});

export type CorsConfig = NonNullable<z.infer<typeof ApiSchema>['CorsConfiguration']>;

export interface AuthorizerConfig {
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface RouteConfig {
  /** `GET /imports/{importId}`, `ANY /{proxy+}` or `$default`. */
  readonly key: string;
  readonly functionArn: string;
  readonly timeoutMs: number;
  /** Undefined for a public route. */
  readonly authorizer: AuthorizerConfig | undefined;
  readonly scopes: readonly string[];
}

export interface HttpApiConfig {
  readonly id: string;
  readonly cors: CorsConfig | undefined;
  readonly routes: readonly RouteConfig[];
}

/** Combines the resources of an API. @throws Error that names missing or unsupported elements */
export function readHttpApi(api: ResolvedResource, all: readonly ResolvedResource[]): HttpApiConfig {
  const parts = all.filter(({ properties }) => properties.ApiId === api.ref);
  const ofType = (type: string) => parts.filter((part) => part.type === `AWS::ApiGatewayV2::${type}`);
  const [stage, ...others] = ofType('Stage').map(({ properties }) => StageSchema.parse(properties));
  if (stage === undefined || others.length > 0)
    throw new Error(`HTTP API ${api.name} needs exactly one stage, $default.`);
  return {
    id: api.ref,
    cors: ApiSchema.parse(api.properties).CorsConfiguration,
    routes: ofType('Route').map((route) => readRoute(route, ofType('Integration'), ofType('Authorizer'))),
  };
}

function readRoute(
  route: ResolvedResource,
  integrations: ResolvedResource[],
  authorizers: ResolvedResource[],
): RouteConfig {
  const parsed = RouteSchema.parse(route.properties);
  const integration = integrations.find(({ ref }) => parsed.Target === `integrations/${ref}`);
  if (integration === undefined) throw new Error(`Route ${parsed.RouteKey} has no integration ${parsed.Target}.`);
  const { IntegrationUri: functionArn, TimeoutInMillis: timeoutMs } = IntegrationSchema.parse(integration.properties);
  return {
    key: parsed.RouteKey,
    functionArn,
    timeoutMs,
    authorizer:
      parsed.AuthorizationType === 'JWT'
        ? readAuthorizer(parsed.RouteKey, parsed.AuthorizerId, authorizers)
        : undefined,
    scopes: parsed.AuthorizationScopes,
  };
}

function readAuthorizer(routeKey: string, id: string | undefined, authorizers: ResolvedResource[]): AuthorizerConfig {
  const authorizer = authorizers.find(({ ref }) => ref === id);
  if (authorizer === undefined) throw new Error(`Route ${routeKey} has no authorizer ${id}.`);
  const { Issuer: issuer, Audience: audience } = AuthorizerSchema.parse(authorizer.properties).JwtConfiguration;
  return { issuer, audience };
}
