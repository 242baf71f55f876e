// Chromium for the tests in a browser. It comes from npm, compressed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../../local/cloud/lock.ts';

const root = join(import.meta.dirname, '../..');
const PACKAGE = join(root, 'node_modules/@sparticuz/chromium');

export interface Browser {
  readonly executable: string;
  /** The folder with the settings of its fonts: the machine's fonts do not matter. */
  readonly fonts: string;
}

/** Whether npm has a Chromium for this machine. */
export const hasChromium = (): boolean => process.platform === 'linux' && process.arch === 'x64';

/** Unpacks Chromium once for each version, also if several runs begin at the same time. */
export async function unpackChromium(): Promise<Browser> {
  const { version }: { readonly version: string } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const folder = join(root, 'node_modules/.cache', `chromium-${version}`);
  const complete = join(folder, 'complete');
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(complete)) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await inTemporaryFolder(folder, async () => {
      const { default: chromium } = await import('@sparticuz/chromium');
      await chromium.executablePath();
    });
    writeFileSync(join(folder, 'fonts/fonts.conf'), fontSettings(folder));
    writeFileSync(complete, '');
  });
  return { executable: join(folder, 'chromium'), fonts: join(folder, 'fonts') };
}

/** The settings of the package look for its fonts in /tmp; a browser without fonts draws no text. */
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** The package unpacks into the temporary folder of the process. */
async function inTemporaryFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
