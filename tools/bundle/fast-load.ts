import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const BUILT_IN = new Set(builtinModules);

/**
 * Loads Node's built-in modules by `require`. An `import` reads all exports of a module at once, and loads the modules behind
 * them: for node:http all of `fetch`, for node:fs its streams, which the functions do not use.
 */
const builtInsByRequire: Plugin = {
  name: 'built-ins-by-require',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z:_/]+$/ }, ({ path, kind }) => {
      const name = path.replace(/^node:/, '');
      return kind === 'import-statement' && BUILT_IN.has(name) ? { path: `node:${name}`, namespace: 'required' } : null;
    });
    onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

/** A source map for the first character only; Node ignores a map without any entry. */
const EMPTY_MAP = Buffer.from('{"version":3,"sources":["library"],"mappings":"AAAA"}').toString('base64');

/**
 * Leaves libraries out of the source maps: with `--enable-source-maps` Node parses a map before the first line runs, and nine
 * tenths of it would describe libraries.
 */
const mapsWithoutLibraries: Plugin = {
  name: 'maps-without-libraries',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/].*\.(js|mjs|cjs)$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${EMPTY_MAP}`,
      loader: 'js',
    }));
  },
};

/** Makes a bundle load faster. These come last, because for each file the first plugin that answers is used. */
export const fastLoad: readonly Plugin[] = [builtInsByRequire, mapsWithoutLibraries];
