import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FunctionConfig } from '../../../local/functions/types.ts';

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'switchboard-'));
}

/** A function whose handler is the given JavaScript, e.g. `async (event) => event`. */
export function functionFixture(
  dir: string,
  name: string,
  handler: string,
  overrides: Partial<FunctionConfig> = {},
): FunctionConfig {
  const codeDir = join(dir, 'code', name);
  mkdirSync(codeDir, { recursive: true });
  writeFileSync(join(codeDir, 'index.mjs'), `export const handler = ${handler};`);
  return {
    name,
    arn: `arn:aws:lambda:eu-west-1:000000000000:function:${name}`,
    codeDir,
    handler: 'index.handler',
    memoryMb: 512,
    timeoutSeconds: 10,
    environment: {},
    ...overrides,
  };
}
