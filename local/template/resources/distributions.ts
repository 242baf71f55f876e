import * as z from 'zod';
import type { HostNames } from '../host-names.ts';
import type { ResolvedResource } from '../resolver.ts';
import { type ResponseHeaders, readResponseHeaders } from './response-headers.ts';

/** AWS's own policies by their ids; a policy of the template, or another of AWS, is an error. */
const CACHE_POLICIES = {
  '658327ea-f89d-4fab-a63d-7e88639e58f6': 'CachingOptimized',
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': 'CachingDisabled',
} as const;
const ORIGIN_REQUEST_POLICIES = { 'b689b0a8-53d0-40ab-baf2-68738e2966ac': 'AllViewerExceptHostHeader' } as const;

const BehaviourSchema = z.strictObject({
  PathPattern: z.string().default('*'),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachePolicyId: z.literal(keysOf(CACHE_POLICIES)),
  OriginRequestPolicyId: z.literal(keysOf(ORIGIN_REQUEST_POLICIES)).optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(z.strictObject({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }))
    .default([]),
  ViewerProtocolPolicy: z.string(),
  Compress: z.boolean().optional(),
});

const OriginSchema = z.union([
  z.strictObject({
    Id: z.string(),
    DomainName: z.string(),
    OriginAccessControlId: z.string(),
    S3OriginConfig: z.strictObject({ OriginAccessIdentity: z.literal('') }),
  }),
  z.strictObject({
    Id: z.string(),
    DomainName: z.string(),
    CustomOriginConfig: z.strictObject({
      OriginProtocolPolicy: z.literal('https-only'),
      OriginSSLProtocols: z.array(z.string()),
    }),
  }),
]);

const DistributionSchema = z.strictObject({
  DistributionConfig: z.strictObject({
    DefaultCacheBehavior: BehaviourSchema,
    CacheBehaviors: z.array(BehaviourSchema).default([]),
    DefaultRootObject: z.string().optional(),
    Origins: z.array(OriginSchema),
    Enabled: z.literal(true),
    Comment: z.string().optional(),
    HttpVersion: z.string().optional(),
    IPV6Enabled: z.boolean().optional(),
    PriceClass: z.string().optional(),
  }),
});

const FunctionSchema = z.object({
  FunctionCode: z.string(),
  FunctionConfig: z.object({ Runtime: z.literal('cloudfront-js-2.0') }),
});

export type OriginConfig =
  | { readonly kind: 'bucket'; readonly address: string }
  | { readonly kind: 'http'; readonly address: string };

export interface BehaviourConfig {
  readonly pathPattern: string;
  readonly methods: readonly string[];
  readonly origin: OriginConfig;
  /** Source of the function that every request passes first. */
  readonly viewerRequest: string | undefined;
  readonly headers: ResponseHeaders | undefined;
}

export interface DistributionConfig {
  readonly rootObject: string | undefined;
  /** In the order in which they are tried; the last one takes every path. */
  readonly behaviours: readonly BehaviourConfig[];
}

/** Puts a distribution together from all resources of its kind. @throws Error that names what is missing or not supported */
export function readDistribution(
  { name, properties }: ResolvedResource,
  all: readonly ResolvedResource[],
  hosts: HostNames,
): DistributionConfig {
  const parsed = DistributionSchema.safeParse(properties);
  if (!parsed.success) throw new Error(`Distribution ${name} cannot run here:\n${z.prettifyError(parsed.error)}`);
  const config = parsed.data.DistributionConfig;
  const behaviours = [...config.CacheBehaviors, config.DefaultCacheBehavior];
  const parts = { origins: config.Origins, all, hosts };
  return { rootObject: config.DefaultRootObject, behaviours: behaviours.map((each) => readBehaviour(each, parts)) };
}

interface Parts {
  readonly origins: readonly z.infer<typeof OriginSchema>[];
  readonly all: readonly ResolvedResource[];
  readonly hosts: HostNames;
}

function readBehaviour(behaviour: z.infer<typeof BehaviourSchema>, { origins, all, hosts }: Parts): BehaviourConfig {
  const { TargetOriginId: originId, ResponseHeadersPolicyId: policyId } = behaviour;
  const [association] = behaviour.FunctionAssociations;
  const origin = need(
    origins.find(({ Id }) => Id === originId),
    `origin ${originId}`,
  );
  return {
    pathPattern: behaviour.PathPattern,
    methods: behaviour.AllowedMethods,
    origin: readOrigin(origin, all, hosts),
    viewerRequest: association && codeOf(association.FunctionARN, all),
    headers:
      policyId === undefined ? undefined : readResponseHeaders(find(all, 'ResponseHeadersPolicy', policyId), hosts),
  };
}

function readOrigin(
  origin: z.infer<typeof OriginSchema>,
  all: readonly ResolvedResource[],
  hosts: HostNames,
): OriginConfig {
  const address = hosts.addressOf(origin.DomainName);
  if (!('OriginAccessControlId' in origin)) return { kind: 'http', address };
  find(all, 'OriginAccessControl', origin.OriginAccessControlId);
  return { kind: 'bucket', address };
}

function codeOf(functionArn: string, all: readonly ResolvedResource[]): string {
  const found = all.find(({ type, attributes }) => type === TYPE('Function') && attributes.FunctionARN === functionArn);
  return FunctionSchema.parse(need(found, `function ${functionArn}`).properties).FunctionCode;
}

function find(all: readonly ResolvedResource[], type: string, id: string): ResolvedResource {
  const found = all.find((resource) => resource.type === TYPE(type) && resource.ref === id);
  return need(found, `${type} ${id}`);
}

const TYPE = (name: string): string => `AWS::CloudFront::${name}`;

function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`A distribution refers to the ${what}, which the templates do not have.`);
  return value;
}

function keysOf<Key extends string>(policies: Readonly<Record<Key, string>>): Key[] {
  return Object.keys(policies).filter((key): key is Key => Object.hasOwn(policies, key));
}
