import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

/**
 * Lambda hands a function its credentials in the environment, and so does the embedded cloud. The SDK's own chain would
 * look there first, too, and then into files, sign-on services and other machines. Without this plugin each bundle has 115 to
 * 139 KB more, and takes 1.1 to 1.2 times as long to load.
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
 * descriptions of all operations of S3 and Lambda, of which a function calls a handful: 91 KB of the imports API, 50 KB of a
 * step that uses S3, nothing where a function calls DynamoDB alone.
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
 * Leaves out event streams, which no operation that is called here has. The SDK imports them when one comes, and what is
 * imported that way is kept whole, with all that it reaches: 10 to 20 KB.
 */
const withoutEventStreams: Plugin = {
  name: 'without-event-streams',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: 'event-streams', namespace: 'left-out' } : null,
    );
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: "throw new Error('Event streams are left out of the bundles: see tools/bundle/slim-sdk.ts.');",
    }));
  },
};

/** Of its package.json a client sends only the version; the rest, 2 to 7 KB, is for npm. */
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
export const slimSdk: readonly Plugin[] = [environmentCredentials, plainSchemas, withoutEventStreams, versionsOnly];
