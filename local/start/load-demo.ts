import * as z from 'zod';
import { ADMINISTRATOR } from '../auth/people.ts';
import type { Cloud } from '../cloud.ts';
import type { DemoClient } from '../demo/client.ts';
import { customersFile } from '../demo/customers-file.ts';
import { DEMO_CLIENTS } from '../demo/demo.ts';
import { ApiClient } from './api-client.ts';
import { findImport, followImport } from './follow-import.ts';
import { importLines, stageLine } from './print.ts';
import { readAll } from './read-all.ts';
import { setUpClient } from './set-up-client.ts';
import { setUpUsers } from './set-up-users.ts';
import { upload } from './upload.ts';

const FILE_NAME = 'demo-customers.csv';
/** After these an import has loaded nothing, or not everything. */
const TO_REPEAT = ['failed', 'rejected', 'cancelled'];
const ENDED_WELL = ['completed', 'completed-with-failures'];

const ImportSchema = z.object({ importId: z.string(), fileName: z.string(), status: z.string() });

/**
 * Loads the demo: clients and users through the API, customers by an import. Leaves alone what is there: another start
 * imports nothing again, since an import would overwrite what people have changed. Returns whether the imports succeeded.
 */
export async function loadDemo(cloud: Cloud, bucket: string, print: (line: string) => void): Promise<boolean> {
  const api = new ApiClient(cloud.endpoints.api, await cloud.token({ user: ADMINISTRATOR.userId }));
  let isFine = true;
  for (const client of DEMO_CLIENTS) {
    await setUpClient(api, client);
    const { account, campaign, table } = client;
    print(
      `  Account ${account.prefix} (${account.name}), campaign ${campaign.name} (${campaign.crmName}), CRM table ${table.prefix}\n`,
    );
    isFine = (await importCustomers(cloud, bucket, { api, client, print })) && isFine;
  }
  await setUpUsers(api);
  return isFine;
}

interface Loading {
  readonly api: ApiClient;
  readonly client: DemoClient;
  readonly print: (line: string) => void;
}

async function importCustomers(cloud: Cloud, bucket: string, { api, client, print }: Loading): Promise<boolean> {
  const { prefix } = client.table;
  const imports = await readAll(api, '/imports', ImportSchema, { prefix });
  const earlier = imports.find(({ fileName, status }) => fileName === FILE_NAME && !TO_REPEAT.includes(status));
  if (earlier && ENDED_WELL.includes(earlier.status)) {
    print('    The customers are already there.\n');
    return true;
  }
  const importId = earlier?.importId ?? (await sendFile(cloud, bucket, { api, client, print }));
  const view = await followImport(api, importId, (stage) => print(stageLine(stage)));
  print(`${importLines(view)}\n`);
  return ENDED_WELL.includes(view.status);
}

/** Returns the id of the import that the file starts. */
async function sendFile(cloud: Cloud, bucket: string, { api, client, print }: Loading): Promise<string> {
  const { prefix } = client.table;
  const key = `uploads/${prefix}/${FILE_NAME}`;
  print(`  Importing invented customers by way of s3://${bucket}/${key}`);
  return findImport(api, prefix, await upload(cloud, bucket, key, customersFile(client)));
}
