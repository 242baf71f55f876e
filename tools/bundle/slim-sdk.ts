import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

/**
 * Lambda hands a function its credentials in the environment, and so does the embedded cloud. The SDK's own chain would
 * look there first, too, and then into files, sign-on services and other machines: 90 KB that never run.
 */
const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk[\\/]credential-provider-node[\\/]dist-es[\\/]index\.js$/ }, ({ path }) => ({
      contents: `export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';`,
      resolveDir: dirname(path),
    }));
  },
};

/**
 * Writes the names of HTTP headers and the like straight into the tables that describe a service's operations. The SDK
 * looks them up (`{ [_hH]: ... }`), which might have side effects as far as a bundler knows, so that it keeps the
 * descriptions of all operations of S3 and Lambda, of which a function calls a handful.
 */
const plainSchemas: Plugin = {
  name: 'plain-schemas',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk[\\/]client-[\w-]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ }, async ({ path }) => ({
      contents: inlineKeys(await readFile(path, 'utf8')),
    }));
  },
};

/**
 * Takes node:http by `require`. Imported into a module, all its exports are read at once, and with them comes the whole
 * of `fetch`, which nothing here uses: a fifth of the time that an API takes to load.
 */
const httpWithoutFetch: Plugin = {
  name: 'http-without-fetch',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?http$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'node:http', namespace: 'required' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

/** Of its package.json a client tells the service only the version; the rest is for npm. */
const versionsOnly: Plugin = {
  name: 'versions-only',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk[\\/]client-[\w-]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(path, 'utf8')));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

const CONSTANT = /^const (_\w+) = ("[^"\\]*");$/gm;
const COMPUTED_KEY = /\[(_\w+)\]:/g;

/** `const _hH = "httpHeader"; ... { [_hH]: _x }` -> `{ "httpHeader": _x }`; keys of anything else stay as they are. */
export function inlineKeys(source: string): string {
  const constants = new Map([...source.matchAll(CONSTANT)].map(([, name = '', text = '']) => [name, text]));
  return source.replace(COMPUTED_KEY, (whole, name: string) => {
    const text = constants.get(name);
    return text === undefined ? whole : `${text}:`;
  });
}

/** Leaves out what the AWS SDK carries for other places than Lambda, and for operations that are not called. */
export const slimSdk: readonly Plugin[] = [environmentCredentials, plainSchemas, httpWithoutFetch, versionsOnly];
