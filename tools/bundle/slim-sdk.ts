import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

/**
 * Lambda and the embedded cloud give a function its credentials in the environment. The SDK's default chain reads those
 * first, and would otherwise try files, sign-on services and other machines. Without this plugin each bundle has 115 to
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
 * Writes the names of HTTP headers and similar constants directly into the tables that describe a service's operations. The
 * SDK uses computed keys (`{ [_hH]: ... }`), which a bundler must assume to have side effects, so that it keeps the
 * descriptions of all operations of S3 and Lambda, of which a function calls a few: 91 KB of the imports API, 50 KB of a
 * step that uses S3, nothing in a function that calls only DynamoDB.
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
 * Leaves out event streams, which none of the called operations has. The SDK imports them dynamically, and a bundler keeps
 * such a module whole, with all its dependencies: 10 to 20 KB.
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

/** A client sends only the version from its package.json; the rest, 2 to 7 KB, is for npm. */
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

/** `const _hH = "httpHeader"; ... { [_hH]: _x }` -> `{ "httpHeader": _x }`; other computed keys stay unchanged. */
export function inlineKeys(source: string): string {
  const constants = new Map([...source.matchAll(CONSTANT)].map(([, name = '', text = '']) => [name, text]));
  return source.replace(COMPUTED_KEY, (whole, name: string) => {
    const text = constants.get(name);
    return text === undefined ? whole : `${text}:`;
  });
}

/** Leaves out the parts of the AWS SDK for environments other than Lambda, and for operations that are not called. */
export const slimSdk: readonly Plugin[] = [environmentCredentials, plainSchemas, withoutEventStreams, versionsOnly];
