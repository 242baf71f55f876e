// Builds the console into web/dist, unless the files there are made of the same sources:
//   node tools/web.ts
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { withLock } from '../local/cloud/lock.ts';
import { consoleHash } from '../local/synth/source-hash.ts';

const root = join(import.meta.dirname, '..');
/** Holds the hash of the sources of the files in the same folder. It is not deployed. */
const STAMP = join(root, 'web/dist/.sources');

export async function buildConsole(): Promise<void> {
  await withLock(join(root, 'cdk.out', 'web.lock'), async () => {
    const hash = consoleHash(root);
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
    await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' });
    writeFileSync(STAMP, hash);
  });
}

if (import.meta.main) await buildConsole();
