// Runs the journeys of web/e2e in a real browser, against the console as the embedded cloud serves it:
//   node tools/e2e.ts [--every-role] [--screenshots FOLDER] [-- arguments of playwright test]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bootCloud } from '../local/cloud.ts';
import { hasChromium, unpackChromium } from './e2e/chromium.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'web/e2e');

const { values, positionals } = parseArgs({
  options: { 'every-role': { type: 'boolean', default: false }, screenshots: { type: 'string' } },
  allowPositionals: true,
});

/** Exits with the status of Playwright. */
async function run(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'switchboard-e2e-'));
  // Traces of failed journeys, in a folder that Git ignores.
  const results = join(root, '.local/e2e', String(process.pid));
  const { executable, fonts } = await unpackChromium();
  const cloud = await bootCloud({ dataDir });
  try {
    const { console, api, issuer } = cloud.endpoints;
    const status = await playwright({
      E2E: JSON.stringify({ console, api, issuer, executable, results, people: cloud.people }),
      E2E_EVERY_ROLE: values['every-role'] ? '1' : '',
      E2E_SCREENSHOTS: values.screenshots === undefined ? '' : resolve(values.screenshots),
      FONTCONFIG_PATH: fonts,
    });
    if (status === 0) rmSync(results, { recursive: true, force: true });
    return status;
  } finally {
    await cloud.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function playwright(variables: Readonly<Record<string, string>>): Promise<number> {
  const cli = join(root, 'node_modules/playwright/cli.js');
  const args = [cli, 'test', '--config', join(folder, 'playwright.config.ts'), ...positionals];
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...variables } });
  return new Promise((done, fail) => child.on('error', fail).on('exit', (status) => done(status ?? 1)));
}

if (hasChromium()) process.exitCode = await run();
else
  console.log(`Skipped: npm has no Chromium for ${process.platform} ${process.arch}. The journeys run on Linux x64.`);
