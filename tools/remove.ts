// Removes a trial stage from AWS, with everything that was put into it:
//   node tools/remove.ts BUCKET
// BUCKET is the DataBucketName that the deployment printed: CloudFormation deletes no bucket that holds something.
import { S3Client } from '@aws-sdk/client-s3';
import { cdk } from './cdk.ts';
import { emptyBucket } from './empty-bucket.ts';

/** A production stage keeps its data whatever is deleted. */
const TRIAL_BUCKET = 'switchboard-trial-data-';

function destroy(...stacks: string[]): void {
  const exitCode = cdk('destroy', '--force', '--exclusively', ...stacks);
  if (exitCode !== 0) process.exit(exitCode);
}

const [bucket = ''] = process.argv.slice(2);
if (!bucket.startsWith(TRIAL_BUCKET)) {
  console.error('Name the bucket of the trial stage: the DataBucketName that `npm run deploy` printed.');
  process.exit(2);
}
// First what refers to the others, then what writes into the bucket.
destroy('Observability');
destroy('Api', 'Import');
console.log(`${await emptyBucket(new S3Client({}), bucket)} object versions removed from ${bucket}`);
destroy('Data');
