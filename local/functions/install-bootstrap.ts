import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

/**
 * Writes the bootstrap as JavaScript, once per version of it, and returns its path. Node can run the TypeScript, but loading
 * its type stripper would cost every new execution environment 75 ms. The environments keep their compiled code beside it.
 */
export function installBootstrap(dir: string): string {
  const source = readFileSync(join(import.meta.dirname, 'bootstrap.ts'), 'utf8');
  const version = createHash('sha256').update(source).digest('hex').slice(0, 12);
  const file = join(dir, `lambda-bootstrap-${version}.mjs`);
  // Code of earlier bundles would stay for ever.
  rmSync(join(dir, 'compiled'), { recursive: true, force: true });
  if (existsSync(file)) return file;
  mkdirSync(dir, { recursive: true });
  writeFileSync(file, transformSync(source, { loader: 'ts', format: 'esm', target: 'node24' }).code);
  return file;
}
