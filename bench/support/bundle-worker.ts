import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the worker into `folder` like a Lambda function, so that its start costs the same. */
export async function bundleWorker(folder: string): Promise<string> {
  await build({
    entryPoints: { 'sort-worker': join(import.meta.dirname, 'sort-worker.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // The S3 client stays a separate module, which only processes that need it load.
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    minify: true,
    mainFields: ['module', 'main'],
    // Some libraries still call `require`, which modules lack.
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: 'warning',
  });
  return join(folder, 'sort-worker.mjs');
}
