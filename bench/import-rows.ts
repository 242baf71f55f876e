import { parseArgs } from 'node:util';
import * as benches from './support/import-benches.ts';

// node bench/import-rows.ts [NAME ...] [--rows N] [--pairs N]

const BENCHES = {
  'import.bulk-copy': benches.benchBulkCopy,
  'import.insert': benches.benchInsert,
  'import.unchanged': benches.benchUnchanged,
  'import.update': benches.benchUpdate,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '20000' }, pairs: { type: 'string', default: '5' } },
});
const settings = { rows: Number(values.rows), pairs: Number(values.pairs) };
for (const [name, bench] of Object.entries(BENCHES)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  process.stdout.write(`${JSON.stringify(await bench(settings))}\n`);
}
