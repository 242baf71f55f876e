import { describe, expect, test } from '@jest/globals';
import { inlineKeys } from '../../../tools/bundle/slim-sdk.ts';

describe('schemas of the SDK', () => {
  test('name headers in place', () => {
    const source = 'const _hH = "httpHeader";\nexport var A$ = [3, n0, _A, { [_hH]: _x, [_hQ]: 1 }];\n';
    expect(inlineKeys(source)).toBe(
      'const _hH = "httpHeader";\nexport var A$ = [3, n0, _A, { "httpHeader": _x, [_hQ]: 1 }];\n',
    );
  });

  test('are unchanged otherwise', async () => {
    const source = 'const _a = "one";\nconst _b = "two";\nexport const made = { [_a]: { [_b]: [_a] }, c: [_a, _b] };\n';
    const load = (text: string) => import(`data:text/javascript,${encodeURIComponent(text)}`);
    expect((await load(inlineKeys(source))).made).toEqual({ one: { two: ['one'] }, c: ['one', 'two'] });
    expect((await load(inlineKeys(source))).made).toEqual((await load(source)).made);
  });

  test('keep keys whose value is not a plain text', () => {
    const source = 'const _q = "a\\"b";\nconst _n = 1;\nx = { [_q]: 1, [_n]: 2 };\n';
    expect(inlineKeys(source)).toBe(source);
  });
});
