import * as z from 'zod';
import type { HostNames } from '../host-names.ts';
import type { ResolvedResource } from '../resolver.ts';

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const unit = z.enum(['seconds', 'minutes', 'hours', 'days']);

const ClientSchema = z.object({
  UserPoolId: z.string(),
  AllowedOAuthFlows: z.array(z.literal('code')).default([]),
  AllowedOAuthScopes: z.array(z.string()).default([]),
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
  ReadAttributes: z.array(z.string()).default(['email', 'email_verified', 'name']),
  AccessTokenValidity: z.number().default(60),
  IdTokenValidity: z.number().default(60),
  RefreshTokenValidity: z.number().default(30),
  TokenValidityUnits: z
    .object({
      AccessToken: unit.default('minutes'),
      IdToken: unit.default('minutes'),
      RefreshToken: unit.default('days'),
    })
    .default({ AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' }),
  RefreshTokenRotation: z
    .object({ Feature: z.enum(['ENABLED', 'DISABLED']), RetryGracePeriodSeconds: z.number().default(0) })
    .optional(),
});

const PoolSchema = z.object({
  Schema: z.array(z.object({ Name: z.string() })).default([]),
});

/** The attributes of every pool; all others are custom ones, which the pool names with a prefix. */
const STANDARD_ATTRIBUTES = ['email', 'name'];

/** A program that people sign in to. */
export interface UserPoolClient {
  readonly id: string;
  /** Whether it may use authorization codes. */
  readonly grantsCode: boolean;
  readonly scopes: readonly string[];
  readonly callbacks: readonly string[];
  readonly logouts: readonly string[];
  /** The attributes of users that the client's id tokens have. */
  readonly readable: readonly string[];
  readonly accessSeconds: number;
  readonly idSeconds: number;
  readonly refreshSeconds: number;
  /** How long a refresh token is good after its first use; undefined where it is good until it ends. */
  readonly rotationGraceSeconds: number | undefined;
}

/** Who signs tokens for the app, and for which programs. */
export interface UserPool {
  readonly id: string;
  readonly issuer: string;
  /** With their prefix: `custom:crm_username`. */
  readonly customAttributes: readonly string[];
  readonly clients: readonly UserPoolClient[];
}

/** @throws Error when there is more than one pool */
export function readUserPool(all: readonly ResolvedResource[], hosts: HostNames): UserPool | undefined {
  const ofType = (type: string) => all.filter((resource) => resource.type === `AWS::Cognito::${type}`);
  const [pool, ...others] = ofType('UserPool');
  if (others.length > 0) throw new Error('There is more than one user pool, which the embedded cloud does not know.');
  if (pool === undefined) return undefined;
  const { Schema: schema } = PoolSchema.parse(pool.properties);
  const custom = schema.map(({ Name }) => Name).filter((name) => !STANDARD_ATTRIBUTES.includes(name));
  return {
    id: pool.ref,
    issuer: pool.attributes.ProviderURL ?? '',
    customAttributes: custom.map((name) => `custom:${name}`),
    clients: ofType('UserPoolClient').map((client) => readClient(client, hosts)),
  };
}

function readClient({ ref, properties }: ResolvedResource, hosts: HostNames): UserPoolClient {
  const client = ClientSchema.parse(properties);
  const { TokenValidityUnits: units, RefreshTokenRotation: rotation } = client;
  return {
    id: ref,
    grantsCode: client.AllowedOAuthFlows.includes('code'),
    scopes: client.AllowedOAuthScopes,
    callbacks: client.CallbackURLs.map((url) => hosts.localise(url)),
    logouts: client.LogoutURLs.map((url) => hosts.localise(url)),
    readable: client.ReadAttributes,
    accessSeconds: client.AccessTokenValidity * SECONDS[units.AccessToken],
    idSeconds: client.IdTokenValidity * SECONDS[units.IdToken],
    refreshSeconds: client.RefreshTokenValidity * SECONDS[units.RefreshToken],
    rotationGraceSeconds: rotation?.Feature === 'ENABLED' ? rotation.RetryGracePeriodSeconds : undefined,
  };
}
