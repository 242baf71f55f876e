import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compactErrors } from '../../../tools/bundle/slim-errors.ts';

const require = createRequire(import.meta.url);

type ErrorClass = new (options: object) => Error & Record<string, unknown>;

/** The error classes that a source exports, made on a base class that keeps its options. */
async function classesOf(source: string): Promise<Record<string, ErrorClass & { shapeId: string }>> {
  const base = 'class __BaseException extends Error { constructor(o) { super(o.message); Object.assign(this, o); } }';
  const text = `${base}\n${source.replace(/^import .*$/gm, '')}`;
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

const OPTIONS = {
  message: 'm',
  name: 'other',
  $fault: 'other',
  $metadata: { requestId: 'r' },
  Type: 't',
  Message: 'M',
};

describe.each(['s3', 'lambda', 'dynamodb', 'sfn', 'scheduler'])('the error classes of client-%s', (service) => {
  const main = require.resolve(`@aws-sdk/client-${service}`);
  const source = readFileSync(join(dirname(dirname(main)), 'dist-es/models/errors.js'), 'utf8');

  test('are smaller, all but those of another form', () => {
    const compact = compactErrors(source);
    expect(compact.length).toBeLessThan(0.5 * source.length);
    expect(compact.match(/^export class/gm)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  test('behave as before', async () => {
    const before = await classesOf(source);
    const after = await classesOf(compactErrors(source));
    expect(new Set(Object.keys(after))).toEqual(new Set(Object.keys(before)));
    for (const [name, Before] of Object.entries(before)) {
      const After = after[name] ?? Before;
      const [one, other] = [new Before(OPTIONS), new After(OPTIONS)];
      expect({ ...other }).toEqual({ ...one });
      expect([other.message, other instanceof After, After.shapeId]).toEqual([one.message, true, Before.shapeId]);
    }
  });
});

test('a class of another form stays as it is', () => {
  const source = 'export class Odd extends __BaseException {\n    name = "Odd";\n}\n';
  expect(compactErrors(source)).toBe(source);
});
