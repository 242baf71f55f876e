import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

/** Modules that start a DynamoDB engine or the embedded cloud, bundle the functions, or synthesise the templates. */
const ENGINES = [
  'infra/composition.ts',
  'local/cloud.ts',
  'local/dynamodb/dynoxide.ts',
  'local/synth/synth.ts',
  'test/infra/synthesis.ts',
  'test/support/dynamodb.ts',
  'test/support/local/run-cloud.ts',
  'tools/bundle.ts',
  'tools/cdk.ts',
];

/** Test files that reach one of the modules by their imports, as jest follows them. */
function testsThatReach(modules: readonly string[]): string[] {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const args = [jest, '--listTests', '--findRelatedTests', ...modules.map((module) => join(root, module))];
  const { stdout, status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((file) => relative(root, file));
}

test('a test in the folders of `npm test -- --unit` reaches no engine, bundler or synthesis', () => {
  const tests = testsThatReach(ENGINES);
  expect(tests).toEqual(expect.arrayContaining(['test/e2e/tiny-chunks.test.ts', 'test/infra/permissions.test.ts']));
  expect(tests.filter((file) => /^(web\/)?test\/(unit|contract)\//.test(file))).toEqual([]);
});

test.each(ENGINES)('%s exists', (module) => {
  expect(existsSync(join(root, module))).toBe(true);
});
