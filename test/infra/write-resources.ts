// node write-resources.ts FILE HASH: synthesises the default settings and writes the resources with the hash of their sources.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { synthesiseStacksWith } from './synthesis-with.ts';

const [file = '', hash = ''] = process.argv.slice(2);
const unfinished = `${file}.${process.pid}`;
mkdirSync(dirname(file), { recursive: true });
writeFileSync(unfinished, JSON.stringify({ hash, stacks: synthesiseStacksWith({}) }));
renameSync(unfinished, file);
