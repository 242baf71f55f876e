// Writes docs/openapi.json from the route tables, and the types of the console's client from it; with --check it only says
// whether the files are up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDocument } from './openapi/build-document.ts';
import { clientTypes } from './openapi/client-types.ts';
import { readRoutes } from './openapi/read-routes.ts';

const root = join(import.meta.dirname, '..');
const json = `${JSON.stringify(buildDocument(await readRoutes()), null, 2)}\n`;
const FILES = { 'docs/openapi.json': json, 'web/src/shared/api/schema.ts': clientTypes(JSON.parse(json)) };

for (const [name, text] of Object.entries(FILES)) {
  const file = join(root, name);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`${name} is out of date: run \`npm run openapi\`.`);
    process.exitCode = 1;
  }
}
