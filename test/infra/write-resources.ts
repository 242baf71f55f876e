// node write-resources.ts FILE HASH: synthesises the templates of all settings and writes their resources with the hash of their sources.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SETTINGS } from './settings-of-templates.ts';
import { synthesiseStacksWith } from './synthesis-with.ts';

const [file = '', hash = ''] = process.argv.slice(2);
const stacks = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, context]) => [name, synthesiseStacksWith(context)]),
);
const unfinished = `${file}.${process.pid}`;
mkdirSync(dirname(file), { recursive: true });
writeFileSync(unfinished, JSON.stringify({ hash, stacks }));
renameSync(unfinished, file);
