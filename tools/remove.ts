// Removes a trial stage from AWS, with all its data:
//   node tools/remove.ts BUCKET
// BUCKET is the DataBucketName that the deployment printed; it is emptied first, because CloudFormation deletes only empty buckets.
import { S3Client } from '@aws-sdk/client-s3';
import { cdk } from './cdk.ts';
import { emptyBucket } from './empty-bucket.ts';

/** Deleting a production stage keeps its data. */
const TRIAL_BUCKET = 'switchboard-trial-data-';

function destroy(...stacks: string[]): void {
  const exitCode = cdk('destroy', '--force', '--exclusively', ...stacks);
  if (exitCode !== 0) process.exit(exitCode);
}

const [bucket = ''] = process.argv.slice(2);
if (!bucket.startsWith(TRIAL_BUCKET)) {
  console.error('Give the bucket of the trial stage: the DataBucketName that `npm run deploy` printed.');
  process.exit(2);
}
// Stacks that refer to others go first, then those that write to the bucket.
destroy('Observability');
const s3 = new S3Client({});
await emptyBucket(s3, bucket.replace('-data-', '-site-'));
destroy('Web');
destroy('Api', 'Import');
// The names of all buckets are made of the same parts.
for (const each of [bucket, bucket.replace('-data-', '-documents-')])
  console.log(`${await emptyBucket(s3, each)} object versions removed from ${each}`);
destroy('Data');
