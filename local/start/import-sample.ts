import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ADMINISTRATOR } from '../auth/people.ts';
import type { Cloud } from '../cloud.ts';
import { ApiClient } from './api-client.ts';
import { findImport, followImport } from './follow-import.ts';
import { importLines, stageLine } from './print.ts';
import { SAMPLE, setUpSample } from './set-up-sample.ts';
import { upload } from './upload.ts';

const FILE = join(import.meta.dirname, '../../samples/VoucherID.csv');
const KEY = `uploads/${SAMPLE.table.prefix}/VoucherID.csv`;

/** Sets up the sample's account, campaign and CRM table, and imports the sample through S3. Returns whether the import succeeded. */
export async function importSample(cloud: Cloud, bucket: string, print: (line: string) => void): Promise<boolean> {
  const api = new ApiClient(cloud.endpoints.api, await cloud.token({ user: ADMINISTRATOR.userId }));
  const version = await setUpSample(api);
  const { account, campaign, table } = SAMPLE;
  print(
    `  Account ${account.prefix} (${account.name}), campaign ${campaign.name} (${campaign.crmName}), CRM table ${table.prefix} (version ${version})\n`,
  );
  print(`  Importing ${relative(process.cwd(), FILE)} by way of s3://${bucket}/${KEY}`);
  const versionId = await upload(cloud, bucket, KEY, readFileSync(FILE));
  const importId = await findImport(api, table.prefix, versionId);
  const view = await followImport(api, importId, (stage) => print(stageLine(stage)));
  print(importLines(view));
  return view.status === 'completed' || view.status === 'completed-with-failures';
}
