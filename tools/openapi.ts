// Writes docs/openapi.json from the route tables; with --check it only says whether the file is up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildDocument } from './openapi/build-document.ts';
import { readRoutes } from './openapi/read-routes.ts';

const FILE = fileURLToPath(new URL('../docs/openapi.json', import.meta.url));

const text = `${JSON.stringify(buildDocument(await readRoutes()), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) {
  console.error('docs/openapi.json is out of date: run `node tools/openapi.ts`.');
  process.exitCode = 1;
}
