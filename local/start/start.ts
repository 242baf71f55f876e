import { join, relative } from 'node:path';
import { bootCloud } from '../cloud.ts';
import { DEMO_CLIENTS, DEMO_USERS } from '../demo/demo.ts';
import { importSample } from './import-sample.ts';
import { loadDemo } from './load-demo.ts';
import { readOptions } from './options.ts';
import { addressLines } from './print.ts';
import { SAMPLE } from './set-up-sample.ts';

/** What a start can load, and how it then says what to do next. */
const LOADERS = {
  sample: { load: importSample, table: SAMPLE.table.prefix, users: [] },
  demo: {
    load: loadDemo,
    table: DEMO_CLIENTS[0].table.prefix,
    users: DEMO_USERS.map(({ name, about }) => ({ name, role: about })),
  },
  none: { load: async () => true, table: SAMPLE.table.prefix, users: [] },
};

const DATA_DIR = join(import.meta.dirname, '../../.local');

/** `npm start`: boots the embedded cloud, imports the sample, and serves until it is stopped. Returns the exit code. */
export async function start(args: string[], print: (line: string) => void): Promise<number> {
  const options = readOptions(args);
  const startedAt = performance.now();
  print('\nSwitchboard, on this machine\n');
  const cloud = await bootCloud({
    dataDir: DATA_DIR,
    fresh: options.fresh,
    port: options.port,
    onSynth: () =>
      print('  Bundling the functions and synthesising the templates, because the sources have changed ...'),
  });
  const stopAsked = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  try {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    print(`  Ready after ${seconds} s; data, keys and logs are in ${relative(process.cwd(), DATA_DIR) || '.'}/`);
    const { DataBucketName: bucket } = cloud.outputs;
    if (bucket === undefined) throw new Error('The templates have no output DataBucketName.');
    const { load, table, users } = LOADERS[options.data];
    const isFine = await load(cloud, bucket, print);
    if (options.once) return isFine ? 0 : 1;
    print(addressLines(cloud, bucket, { table, users }));
    print('  Serving until Ctrl-C.');
    await stopAsked;
    print('\n  Stopped. The next start continues unfinished imports.');
    return 0;
  } finally {
    await cloud.stop();
  }
}
