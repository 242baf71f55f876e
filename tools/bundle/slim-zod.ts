import type { Plugin } from 'esbuild';

const NAMES = ['initializeContext', 'handleUnrepresentable', 'processSchema', 'process', 'extractDefs', 'finalize'];
const MAKERS = ['createToJSONSchemaMethod', 'createStandardJSONSchemaMethod'];

const CONTENTS = [
  "const fail = () => { throw new Error('A function makes no JSON schemas: they are left out of its bundle.'); };",
  `export { ${NAMES.map((name) => `fail as ${name}`).join(', ')} };`,
  ...MAKERS.map((name) => `export const ${name} = () => fail;`),
].join('\n');

/** Leaves out the conversion to JSON Schema, which only the OpenAPI document needs: 9 KB of every bundle. */
export const slimZod: Plugin = {
  name: 'no-json-schemas',
  setup({ onLoad }) {
    onLoad({ filter: /zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/ }, () => ({ contents: CONTENTS, loader: 'js' }));
  },
};
