import { expect, jest, test } from '@jest/globals';
import { bundleLimit } from '../../tools/bundle/limits.ts';
import { bundleWhatChanged } from '../../tools/bundle.ts';

// One run of esbuild over everything takes its seconds where other work shares the machine.
jest.setTimeout(300_000);

test('no bundle is larger than its kind may be', async () => {
  const sizes = await bundleWhatChanged();
  expect(Object.keys(sizes).length).toBeGreaterThan(20);
  expect(Object.entries(sizes).filter(([name, bytes]) => bytes > bundleLimit(name))).toEqual([]);
});

test.each([
  ['accounts-api', 500_000],
  ['api-docs-api', 760_000],
  ['documents-api', 700_000],
  ['customers-api', 730_000],
  ['imports-api', 560_000],
  ['imports-preview-api', 760_000],
  ['start-import', 900_000],
  ['step-plan', 900_000],
])('%s may have %i bytes', (name, bytes) => {
  expect(bundleLimit(name)).toBe(bytes);
});
