import { LAMBDA_PLUGINS } from '../tools/bundle.ts';
import type { Bench, BundleLine } from './support/bench.ts';
import { withBundles } from './support/bundle-loads.ts';
import { measurePairs, rangedLine } from './support/pairs.ts';

const PAIRS = 15;
/** One function of each kind: an API, an API that presigns, a step. */
const FUNCTIONS = ['accounts-api', 'imports-api', 'step-plan'];

/**
 * The effect of each plugin of the bundler: load time and size of some functions bundled without it, against the same
 * bundled with all of them, in turn. A ratio of 1 and equal bytes mean that the plugin is not needed.
 */
export const bundlePluginsBench: Bench = () =>
  withBundles(LAMBDA_PLUGINS, async function* (all): AsyncIterable<BundleLine> {
    for (const left of LAMBDA_PLUGINS) {
      const others = LAMBDA_PLUGINS.filter((plugin) => plugin !== left);
      yield* withBundles(others, async function* (without): AsyncIterable<BundleLine> {
        for (const name of FUNCTIONS) {
          const value = () => without.load(name);
          await value();
          const line = rangedLine(
            `bundle-plugins.${left.name}`,
            'ms',
            await measurePairs(PAIRS, value, () => all.load(name)),
          );
          yield { ...line, name, bytes: without.bytesOf(name), baselineBytes: all.bytesOf(name) };
        }
      });
    }
  });
