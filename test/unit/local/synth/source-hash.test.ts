import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sourceHash } from '../../../../local/synth/source-hash.ts';
import { temporaryFolder } from '../../../support/local/function-fixture.ts';

test('the hash of the sources changes with what the templates are made of, and with nothing else', () => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'functions', 'deep'), { recursive: true });
  writeFileSync(join(root, 'functions', 'deep', 'a.ts'), '1');
  const first = sourceHash(root, { a: '1', b: '2' });
  expect(sourceHash(root, { b: '2', a: '1' })).toBe(first);
  writeFileSync(join(root, 'README.md'), 'elsewhere');
  expect(sourceHash(root, { a: '1', b: '2' })).toBe(first);
  expect(sourceHash(root, { a: '1', b: '3' })).not.toBe(first);
  writeFileSync(join(root, 'functions', 'deep', 'a.ts'), '2');
  expect(sourceHash(root, { a: '1', b: '2' })).not.toBe(first);
});
