import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ISource } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import type { ConsoleAddress } from '../constructs/entrance.ts';
import { addSiteBucket } from '../constructs/site-bucket.ts';
import { deploySite } from '../constructs/site-deployment.ts';
import type { Settings } from '../settings.ts';

interface WebStackProps extends StackProps {
  readonly settings: Settings;
  /** The built console. */
  readonly site: ISource;
  readonly console: ConsoleAddress;
}

/** The files of the console. The distribution that serves them stands beside the API (docs/adr/0028). */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { settings, site, console, ...props }: WebStackProps) {
    super(scope, id, props);
    const { distribution, siteBucketName: bucketName, config } = console;
    const { distributionId } = distribution;
    const bucket = addSiteBucket(this, 'SiteBucket', { settings, bucketName, distributionId });
    deploySite(this, { settings, bucket, distribution, site, config });
  }
}
