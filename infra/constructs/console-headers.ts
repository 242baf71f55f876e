import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { accountwideName } from '../names.ts';
import type { Settings } from '../settings.ts';

/** Browsers accept a site into their preload lists with two years. */
const HTTPS_ONLY_FOR = Duration.days(730);

interface ConsoleHeadersProps {
  readonly settings: Settings;
  /** Base addresses other than its own that the console's script may call. */
  readonly callable: readonly string[];
  /** Base addresses whose images and documents it shows. */
  readonly shown: readonly string[];
}

/**
 * What a browser lets the console do: run its own scripts, and call its own origin, the sign-in pages and the buckets, and
 * show documents.
 */
function contentSecurityPolicy({ callable, shown }: Pick<ConsoleHeadersProps, 'callable' | 'shown'>): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' data: blob:", ...shown].join(' '),
    // A frame has the PDF viewer of the browser, on the origin of the bucket.
    ['frame-src', ...shown].join(' '),
    "font-src 'self'",
    ['connect-src', "'self'", ...callable].join(' '),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    'upgrade-insecure-requests',
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** The security headers of every file of the console. */
export function addConsoleHeaders(
  scope: Construct,
  id: string,
  { settings, callable, shown }: ConsoleHeadersProps,
): ResponseHeadersPolicy {
  const custom = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  };
  return new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName: accountwideName(scope, settings, 'console'),
    removeHeaders: ['server'],
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy({ callable, shown }), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: HTTPS_ONLY_FOR, includeSubdomains: true, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(custom).map(([header, value]) => ({ header, value, override: true })),
    },
  });
}
