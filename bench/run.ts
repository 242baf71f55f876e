import './support/quiet.ts';
import { parseArgs } from 'node:util';
import { apiUnderImportBench } from './api-under-import.ts';
import { bundlePluginsBench } from './bundle-plugins.ts';
import { bundlesBench } from './bundles.ts';
import { commitsBench } from './commits.ts';
import { costBench } from './cost.ts';
import { decodeBench } from './decode.ts';
import { deskBench } from './desk.ts';
import { exportBench } from './export.ts';
import { bulkCopyBench } from './import-bulk-copy.ts';
import { endToEndBench } from './import-end-to-end.ts';
import { insertBench } from './import-insert.ts';
import { unchangedBench } from './import-unchanged.ts';
import { updateBench } from './import-update.ts';
import { keystrokeBench } from './keystroke.ts';
import { memoryBench } from './memory.ts';
import { searchBench } from './search.ts';
import { searchIndexBench } from './search-index.ts';
import { smallImportsBench } from './small-imports.ts';
import { sortBench } from './sort.ts';
import type { Bench } from './support/bench.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  'api-under-import': apiUnderImportBench,
  'bundle-plugins': bundlePluginsBench,
  bundles: bundlesBench,
  commits: commitsBench,
  cost: costBench,
  decode: decodeBench,
  desk: deskBench,
  export: exportBench,
  'import.bulk-copy': bulkCopyBench,
  'import.end-to-end': endToEndBench,
  'import.insert': insertBench,
  'import.unchanged': unchangedBench,
  'import.update': updateBench,
  keystroke: keystrokeBench,
  memory: memoryBench,
  search: searchBench,
  'search-index': searchIndexBench,
  'small-imports': smallImportsBench,
  sort: sortBench,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string' }, bytes: { type: 'string' }, commit: { type: 'string' } },
});

/** The value of an option; a bare `--rows` or a typing error is an error, so that it does not measure something else. */
function count(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`--${name} must be a whole number above 0`);
  return number;
}

const bench = BENCHES[positionals[0] ?? ''];
if (bench) {
  const options = { rows: count('rows', values.rows), bytes: count('bytes', values.bytes), commit: values.commit };
  for await (const line of bench(options)) process.stdout.write(`${JSON.stringify(line)}\n`);
} else {
  process.stderr.write(
    `npm run bench -- NAME [--rows N] [--bytes N] [--commit REV], where NAME is one of: ${Object.keys(BENCHES).join(', ')}\n`,
  );
  process.exitCode = 2;
}
