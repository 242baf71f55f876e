import { LAMBDA_PLUGINS } from '../tools/bundle.ts';
import type { Bench, BundleLine } from './support/bench.ts';
import { BARE_CLIENT, type LoadedBundles, withBundles } from './support/bundle-loads.ts';
import { measurePairs, rangedLine } from './support/pairs.ts';

const PAIRS = 9;

/**
 * The processor time to load each function's bundle against that of a bundle of the bare DynamoDB client, in turn: each load
 * is a fresh process with the function's own environment.
 */
export const bundlesBench: Bench = () =>
  withBundles(LAMBDA_PLUGINS, async function* ({ names, bytesOf, load }: LoadedBundles): AsyncIterable<BundleLine> {
    const baseline = () => load(BARE_CLIENT);
    for (const name of names) {
      const value = () => load(name);
      // The first load of a file fills the file cache and does not count.
      await value();
      const line = rangedLine('bundles', 'ms', await measurePairs(PAIRS, value, baseline));
      yield { ...line, name, bytes: bytesOf(name), baselineBytes: bytesOf(BARE_CLIENT) };
    }
  });
