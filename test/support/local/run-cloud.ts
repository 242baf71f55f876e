// node run-cloud.ts DATA_DIR ASSEMBLY: a cloud in a separate process, for tests to kill. Prints its addresses as one line of JSON.
import { bootCloud } from '../../../local/cloud.ts';

const [dataDir = '', assembly = ''] = process.argv.slice(2);
const { endpoints, credentials, region, outputs } = await bootCloud({ dataDir, assembly });
console.log(JSON.stringify({ endpoints, credentials, region, outputs }));
