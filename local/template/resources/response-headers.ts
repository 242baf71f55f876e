import * as z from 'zod';
import type { HostNames } from '../host-names.ts';
import type { ResolvedResource } from '../resolver.ts';

const override = z.boolean();
const SecurityHeadersSchema = z.strictObject({
  ContentSecurityPolicy: z.strictObject({ ContentSecurityPolicy: z.string(), Override: override }).optional(),
  ContentTypeOptions: z.strictObject({ Override: override }).optional(),
  FrameOptions: z.strictObject({ FrameOption: z.string(), Override: override }).optional(),
  ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), Override: override }).optional(),
  StrictTransportSecurity: z
    .strictObject({
      AccessControlMaxAgeSec: z.number(),
      IncludeSubdomains: z.boolean().default(false),
      Preload: z.boolean().default(false),
      Override: override,
    })
    .optional(),
});
type SecurityHeaders = z.infer<typeof SecurityHeadersSchema>;

const PolicySchema = z.strictObject({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: z.string().optional(),
    SecurityHeadersConfig: SecurityHeadersSchema.default({}),
    CustomHeadersConfig: z
      .strictObject({
        Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), Override: override })),
      })
      .default({ Items: [] }),
    RemoveHeadersConfig: z
      .strictObject({ Items: z.array(z.strictObject({ Header: z.string() })) })
      .default({ Items: [] }),
  }),
});

export interface AddedHeader {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  /** Whether it replaces a header that the origin has sent. */
  readonly overrides: boolean;
}

export interface ResponseHeaders {
  readonly added: readonly AddedHeader[];
  /** Names in lower case. */
  readonly removed: readonly string[];
}

/** What a policy does to every response. The hosts in it are replaced by those of this machine. */
export function readResponseHeaders({ properties }: ResolvedResource, hosts: HostNames): ResponseHeaders {
  const config = PolicySchema.parse(properties).ResponseHeadersPolicyConfig;
  const custom = config.CustomHeadersConfig.Items.map((item) => added(item.Header, item.Value, item.Override));
  return {
    added: [...securityHeaders(config.SecurityHeadersConfig, hosts), ...custom],
    removed: config.RemoveHeadersConfig.Items.map(({ Header }) => Header.toLowerCase()),
  };
}

function securityHeaders(config: SecurityHeaders, hosts: HostNames): AddedHeader[] {
  const { ContentSecurityPolicy: csp, ContentTypeOptions: types, FrameOptions: frames } = config;
  const { ReferrerPolicy: referrer, StrictTransportSecurity: transport } = config;
  const headers = [
    csp && added('content-security-policy', localPolicy(csp.ContentSecurityPolicy, hosts), csp.Override),
    types && added('x-content-type-options', 'nosniff', types.Override),
    frames && added('x-frame-options', frames.FrameOption, frames.Override),
    referrer && added('referrer-policy', referrer.ReferrerPolicy, referrer.Override),
    transport && added('strict-transport-security', transportText(transport), transport.Override),
  ];
  return headers.filter((header) => header !== undefined);
}

/**
 * The policy for this machine. Its servers speak plain http: a browser that obeys `upgrade-insecure-requests` also for
 * loopback addresses, as Safari does, would find none of them.
 */
function localPolicy(policy: string, hosts: HostNames): string {
  const directives = policy.split(';').map((directive) => directive.trim());
  return hosts.localise(directives.filter((directive) => directive !== 'upgrade-insecure-requests').join('; '));
}

function transportText(config: NonNullable<SecurityHeaders['StrictTransportSecurity']>): string {
  const { AccessControlMaxAgeSec: seconds, IncludeSubdomains: subdomains, Preload: preload } = config;
  return [`max-age=${seconds}`, ...(subdomains ? ['includeSubDomains'] : []), ...(preload ? ['preload'] : [])].join(
    '; ',
  );
}

function added(name: string, value: string, overrides: boolean): AddedHeader {
  return { name: name.toLowerCase(), value, overrides };
}
