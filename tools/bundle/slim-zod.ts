import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const NAMES = ['initializeContext', 'handleUnrepresentable', 'processSchema', 'process', 'extractDefs', 'finalize'];
const MAKERS = ['createToJSONSchemaMethod', 'createStandardJSONSchemaMethod'];

const FAIL =
  "const fail = () => { throw new Error('A function makes no JSON schemas: they are left out of its bundle.'); };";

const CONTENTS = [
  FAIL,
  `export { ${NAMES.map((name) => `fail as ${name}`).join(', ')} };`,
  ...MAKERS.map((name) => `export const ${name} = () => fail;`),
].join('\n');

/** A module with the same exports, each of which fails when it is called. */
function withoutContents(source: string): string {
  const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  return [FAIL, ...names.map((name) => `export const ${name} = fail;`)].join('\n');
}

/** Leaves out the conversion to JSON Schema, which only the OpenAPI document needs: 18 KB of every bundle. */
export const slimZod: Plugin = {
  name: 'no-json-schemas',
  setup({ onLoad }) {
    onLoad({ filter: /zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/ }, () => ({ contents: CONTENTS, loader: 'js' }));
    onLoad({ filter: /zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/ }, async ({ path }) => ({
      contents: withoutContents(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};
