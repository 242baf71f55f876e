// node run-cloud.ts DATA_DIR ASSEMBLY: a cloud in a process of its own, for tests to kill. Prints where it is as one line of JSON.
import { bootCloud } from '../../../local/cloud.ts';

const [dataDir = '', assembly = ''] = process.argv.slice(2);
const { endpoints, credentials, region, outputs } = await bootCloud({ dataDir, assembly });
console.log(JSON.stringify({ endpoints, credentials, region, outputs }));
