import { join } from 'node:path';
import { Annotations, Stack, Validations } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { accountwideName } from '../names.ts';
import type { Settings } from '../settings.ts';
import { addConsoleHeaders } from './console-headers.ts';

interface ConsoleDistributionProps {
  readonly settings: Settings;
  /** By name: its stack refers to the distribution. */
  readonly siteBucketName: string;
  readonly apiId: string;
  /** Base addresses other than its own that the console's script may call. */
  readonly callable: readonly string[];
  /** Base addresses whose images and documents the console shows. */
  readonly shown: readonly string[];
}

/** The findings of cdk-nag that hold for every distribution of the console. */
const ACCEPTED = [
  {
    id: 'AwsSolutions-CFR1',
    reason: 'Contact centres work from any country; each deployment may restrict the countries.',
  },
  {
    id: 'AwsSolutions-CFR2',
    reason: 'A web ACL costs $5 a month even where nothing calls; docs/deploy.md says when and how to attach one.',
  },
  {
    id: 'AwsSolutions-CFR3',
    reason: 'Access logs would keep the addresses and paths of people in another bucket. The API logs each request.',
  },
  {
    id: 'AwsSolutions-CFR4',
    reason: 'Only a certificate for a domain of one’s own lets CloudFront demand TLS 1.2.',
  },
];

/** The console's one origin: its files from the site bucket, and the HTTP API below /api. */
export class ConsoleDistribution extends Construct {
  readonly distribution: Distribution;
  /** `https://d111111abcdef8.cloudfront.net` */
  readonly origin: string;
  readonly #settings: Settings;

  constructor(scope: Construct, id: string, props: ConsoleDistributionProps) {
    super(scope, id);
    this.#settings = props.settings;
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Switchboard ${props.settings.stage}`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: this.#files(props),
      additionalBehaviors: { '/api/*': this.#api(props.apiId) },
    });
    this.origin = `https://${this.distribution.distributionDomainName}`;
    Validations.of(this.distribution).acknowledge(...ACCEPTED);
    // The stack of the site bucket writes its policy.
    Annotations.of(this.distribution).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
    );
  }

  #files({ settings, siteBucketName, callable, shown }: ConsoleDistributionProps): BehaviorOptions {
    const bucket = Bucket.fromBucketName(this, 'SiteBucket', siteBucketName);
    const originAccessControl = new S3OriginAccessControl(this, 'SiteAccess', {
      originAccessControlName: accountwideName(this, settings, 'site'),
    });
    return {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, { originAccessControl }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: addConsoleHeaders(this, 'Headers', { settings, callable, shown }),
      // Error responses of the distribution would also turn the API's 404 into a page.
      functionAssociations: [this.#beforeCache('PageOfPath', 'page-of-path')],
    };
  }

  #api(apiId: string): BehaviorOptions {
    const { region, urlSuffix } = Stack.of(this);
    return {
      origin: new HttpOrigin(`${apiId}.execute-api.${region}.${urlSuffix}`),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // API Gateway finds the API by the host name.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      functionAssociations: [this.#beforeCache('PathOfApi', 'path-of-api')],
    };
  }

  #beforeCache(id: string, name: string) {
    const edgeFunction = new EdgeFunction(this, id, {
      functionName: accountwideName(this, this.#settings, name),
      comment: `Switchboard ${this.#settings.stage}: ${name}`,
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, `../cloudfront/${name}.cjs`) }),
    });
    return { function: edgeFunction, eventType: FunctionEventType.VIEWER_REQUEST };
  }
}
