import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compileEdgeFunction } from '../../../../local/cloudfront/edge-function.ts';

const FOLDER = join(import.meta.dirname, '../../../../infra/cloudfront');

function pathAfter(file: string, uri: string): string {
  const run = compileEdgeFunction(file, readFileSync(join(FOLDER, file), 'utf8'));
  return run({ method: 'GET', uri }).uri;
}

describe('a function of the distribution', () => {
  test.each([
    ['/', '/index.html'],
    ['/accounts/BRI', '/index.html'],
    ['/accounts/BRI/files/VoucherID.csv', '/index.html'],
    ['/signed-in', '/index.html'],
    ['/index.html', '/index.html'],
    ['/config.json', '/config.json'],
    ['/missing.png', '/missing.png'],
    ['/assets/index-1a2b.js', '/assets/index-1a2b.js'],
    ['/assets/missing', '/assets/missing'],
  ])('sends %s to %s', (uri, expected) => {
    expect(pathAfter('page-of-path.cjs', uri)).toBe(expected);
  });

  test.each([
    ['/api/me', '/me'],
    ['/api/accounts/BRI', '/accounts/BRI'],
    ['/api/', '/'],
    ['/api/api/x', '/api/x'],
  ])('takes /api from %s', (uri, expected) => {
    expect(pathAfter('path-of-api.cjs', uri)).toBe(expected);
  });

  test.each([
    [
      'reads this process',
      'function handler({ request }) { request.uri = "/" + process.pid; return request; }',
      'process',
    ],
    ['builds code from text', 'function handler({ request }) { return eval("request"); }', 'Code generation'],
    ['never ends', 'function handler() { for (;;); }', 'timed out'],
    ['answers by itself', 'function handler() { return { statusCode: 302 }; }', 'changes more than the path'],
    [
      'changes the method',
      'function handler({ request }) { return { ...request, method: "PUT" }; }',
      'more than the path',
    ],
    ['adds headers', 'function handler({ request }) { return { ...request, headers: {} }; }', 'more than the path'],
    ['has no handler', 'const x = 1;', 'handler is not defined'],
  ])('that %s is an error', (_, code, message) => {
    const run = compileEdgeFunction('test', code);
    expect(() => run({ method: 'GET', uri: '/' })).toThrow(message);
  });
});
