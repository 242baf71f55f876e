import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { suppressSiteDeploymentFindings } from '../nag-suppressions.ts';
import type { Settings } from '../settings.ts';
import { ownService } from './permissions.ts';

interface SiteDeploymentProps {
  readonly settings: Settings;
  readonly bucket: Bucket;
  readonly distribution: IDistribution;
  readonly site: ISource;
  /** What the console reads at its start; addresses and ids of the stage. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** Files below it have the hash of their content in their names. */
const HASHED = 'assets/*';

/** What the function of CDK calls. The construct by itself would give it far more, with wildcards. */
function deploymentPermissions(scope: Construct, bucket: Bucket, distribution: IDistribution): PolicyStatement[] {
  const stack = Stack.of(scope);
  const { partition, account, region } = stack;
  const { distributionId } = distribution;
  const staged = `arn:${partition}:s3:::cdk-${stack.synthesizer.bootstrapQualifier}-assets-${account}-${region}/*`;
  return [
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [staged] }),
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
    new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects('*')] }),
    new PolicyStatement({
      actions: ['cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'],
      resources: [`arn:${partition}:cloudfront::${account}:distribution/${distributionId}`],
    }),
  ];
}

/** Copies the console into its bucket: what never changes under its name for a year, everything else with a look at each load. */
export function deploySite(
  scope: Construct,
  { settings, bucket, distribution, site, config }: SiteDeploymentProps,
): void {
  const logGroup = new LogGroup(scope, 'DeploymentLogs', {
    retention: settings.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, 'DeploymentRole', { assumedBy: ownService(scope, 'lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  for (const statement of deploymentPermissions(scope, bucket, distribution)) role.addToPolicy(statement);
  // Files of the release before stay: a page that is open still loads its own.
  const common = { destinationBucket: bucket, logGroup, role: role.withoutPolicyUpdates(), prune: false };
  const assets = new BucketDeployment(scope, 'Assets', {
    ...common,
    sources: [site],
    exclude: ['*'],
    include: [HASHED],
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  });
  const pages = new BucketDeployment(scope, 'Pages', {
    ...common,
    sources: [site, Source.jsonData('config.json', config)],
    exclude: [HASHED],
    cacheControl: [CacheControl.noCache()],
    distribution,
    distributionPaths: ['/*'],
  });
  assets.node.addDependency(role);
  // The new page names the new assets.
  pages.node.addDependency(assets);
  suppressSiteDeploymentFindings(scope, role, bucket);
}
