// Runs a script of the project on Node 24, and installs missing packages first:
//   node tools/setup.mjs <script> [arguments]
// Plain JavaScript for Node 20, the oldest Node that may run it in a bare checkout.
import { spawnSync } from 'node:child_process';
import { installWhatIsMissing, node24, root } from './node-24.mjs';

installWhatIsMissing();
const { status, signal } = spawnSync(node24(), process.argv.slice(2), { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 1);
