#!/usr/bin/env node
// The terminal: runs cli/main.ts on Node 24.
// Plain JavaScript for Node 20, since that may be all that a bare checkout finds.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { join } from 'node:path';
import { installWhatIsMissing, node24, root } from '../tools/node-24.mjs';

const main = join(root, 'cli', 'main.ts');
// Compiled code, and TypeScript without its types. In the checkout, because other users may write to the system's temporary folder.
const compileCache = join(root, 'node_modules', '.cache', 'switchboard');
// `npm run` goes to the project's folder first; file names are meant from where the person is.
const cwd = (/^run(-script)?$/.test(process.env.npm_command ?? '') && process.env.INIT_CWD) || process.cwd();

// After `npm install` everything is installed: no second installation before the first command.
if (!existsSync(join(root, 'node_modules', 'commander'))) installWhatIsMissing();
if (Number(process.versions.node.split('.')[0]) >= 24) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE ?? compileCache);
  process.chdir(cwd);
  await import('./main.ts');
} else {
  runOnNode24();
}

function runOnNode24() {
  const child = spawn(node24(), [main, ...process.argv.slice(2)], {
    cwd,
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env },
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to both: what it means is up to the child.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (status, signal) => {
    process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
