#!/usr/bin/env node
// The terminal: hands over to cli/main.ts on Node 24.
// Plain JavaScript for Node 20, since that may be all that a bare checkout finds.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installWhatIsMissing, node24, root } from '../tools/node-24.mjs';

// Whoever ran `npm install` has what is needed: no second installation before the first command.
if (!existsSync(join(root, 'node_modules', 'commander'))) installWhatIsMissing();
const child = spawn(node24(), [join(root, 'cli', 'main.ts'), ...process.argv.slice(2)], {
  // `npm run` goes to the project's folder first; file names are meant from where the person is.
  cwd: (/^run(-script)?$/.test(process.env.npm_command ?? '') && process.env.INIT_CWD) || process.cwd(),
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
