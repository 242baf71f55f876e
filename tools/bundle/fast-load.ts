import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const BUILT_IN = new Set(builtinModules);

/**
 * Takes Node's own modules by `require`. When one is imported into a module, all its exports are read at once, and with
 * them comes what stands behind each: of node:http the whole of `fetch`, of node:fs its streams, which nothing here uses.
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

/** A source map that maps the first character and nothing else: one that maps nothing at all would be passed over. */
const EMPTY_MAP = Buffer.from('{"version":3,"sources":["library"],"mappings":"AAAA"}').toString('base64');

/**
 * Leaves libraries out of the source maps: with `--enable-source-maps` a map is parsed before the first line runs, and
 * nine tenths of it would be about code that is not ours.
 */
const mapsOfOurOwn: Plugin = {
  name: 'maps-of-our-own',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/].*\.(js|mjs|cjs)$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${EMPTY_MAP}`,
      loader: 'js',
    }));
  },
};

/** What makes a bundle load faster. They come after whatever else looks at files: the first plugin that answers is taken. */
export const fastLoad: readonly Plugin[] = [builtInsByRequire, mapsOfOurOwn];
