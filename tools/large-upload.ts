// Uploads a large file in the import wizard, pauses, closes the browser, and goes on in a new one. Against a console that runs:
//   npm start -- --demo
//   node tools/large-upload.ts --console http://127.0.0.1:7077 --address '/accounts/HAR/imports/new?table=HARBAY' [--megabytes 300]
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { unpackChromium } from './e2e/chromium.ts';

const MB = 1_000_000;
/** A line of 200 Mbit/s, so that the pause comes in the middle. */
const SLOW_BYTES = 25 * MB;
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
const MOST_MS = 600_000;

const { values } = parseArgs({
  options: {
    console: { type: 'string', default: 'http://127.0.0.1:7077' },
    address: { type: 'string', default: '/accounts/HAR/imports/new?table=HARBAY' },
    person: { type: 'string', default: 'Brigitte Keller' },
    megabytes: { type: 'string', default: '300' },
  },
});

function* rows(bytes: number): Generator<string> {
  let size = 0;
  yield 'Customer ID,First name,Last name,Phone,Postcode,Email\n';
  for (let row = 0; size < bytes; row += 1) {
    const line = `L${row},Ann,Example ${row},020 7946 ${String(row % 1000).padStart(4, '0')},YO1 7HH,a${row}@example.com\n`;
    size += line.length;
    yield line;
  }
}

/** A browser with a profile of its own, which remembers as a person's does. */
class Visit {
  readonly page: Page;
  /** The numbers of the parts that were sent to the end. */
  readonly sent: number[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.setDefaultTimeout(120_000);
    page.on('requestfinished', (request) => {
      const part = new URL(request.url()).searchParams.get('partNumber');
      if (request.method() === 'PUT' && part !== null) this.sent.push(Number(part));
    });
    page.on('dialog', (dialog) => void dialog.accept());
  }

  static async open(profile: string, executablePath: string): Promise<Visit> {
    const context = await chromium.launchPersistentContext(profile, { executablePath, args: ARGUMENTS });
    const visit = new Visit(context, context.pages()[0] ?? (await context.newPage()));
    await visit.page.goto(`${values.console}${values.address}`);
    await visit.page.getByRole('button', { name: values.person }).click();
    await visit.page.getByRole('button', { name: 'Find (Ctrl+K)' }).waitFor();
    return visit;
  }

  async limitLine(bytesPerSecond: number): Promise<void> {
    const line = await this.#context.newCDPSession(this.page);
    await line.send('Network.enable');
    const limits = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: bytesPerSecond };
    await line.send('Network.emulateNetworkConditions', limits);
  }

  /** What scripts and their values take in the page, in megabytes. */
  async heapMb(): Promise<number> {
    const session = await this.#context.newCDPSession(this.page);
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    return Math.round((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / MB);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

const secondsSince = (begun: number): number => Math.round((performance.now() - begun) / 100) / 10;

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
}

/** The wizard to the first parts, and the pause. */
async function beginAndPause(visit: Visit, file: string) {
  const { page } = visit;
  await page.locator('input[type="file"]').last().setInputFiles(file);
  const begun = performance.now();
  await next(page);
  await page
    .getByText(/the first line names the columns/)
    .first()
    .waitFor();
  const read = secondsSince(begun);
  await next(page);
  await next(page);
  await page.getByLabel('Trial: make every count and file').check();
  await next(page);
  await page
    .getByText(/^About .* new/)
    .first()
    .waitFor();
  await visit.limitLine(SLOW_BYTES);
  await page.getByRole('button', { name: 'Start import' }).click();
  while (visit.sent.length < 5) await page.waitForTimeout(100);
  const heap = await visit.heapMb();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Paused.').first().waitFor();
  const atPause = visit.sent.length;
  await page.waitForTimeout(3_000);
  return {
    secondsToRead: read,
    heapMb: heap,
    partsBefore: [...visit.sent],
    partsAfterPause: visit.sent.length - atPause,
  };
}

/** The same file in a new browser, to the page of the import. */
async function goOn(visit: Visit, file: string) {
  const { page } = visit;
  await page
    .getByText(/^The upload of /)
    .first()
    .waitFor();
  const begun = performance.now();
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page.waitForURL(/\/imports\/api-/, { timeout: MOST_MS });
  const seconds = secondsSince(begun);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { secondsToGoOn: seconds, heapMbAtEnd: await visit.heapMb(), parts: [...visit.sent], address: page.url() };
}

async function run(folder: string): Promise<void> {
  const file = join(folder, 'large.csv');
  await pipeline(Readable.from(rows(Number(values.megabytes) * MB)), createWriteStream(file));
  const { executable, fonts } = await unpackChromium();
  process.env.FONTCONFIG_PATH = fonts;
  const profile = join(folder, 'profile');
  const first = await Visit.open(profile, executable);
  const { partsBefore, ...paused } = await beginAndPause(first, file);
  await first.close();
  const second = await Visit.open(profile, executable);
  const { parts, ...ended } = await goOn(second, file);
  await second.close();
  const twice = parts.filter((part) => partsBefore.includes(part)).length;
  const all = new Set([...partsBefore, ...parts]).size;
  const counts = { partsBefore: partsBefore.length, partsLater: parts.length, parts: all, sentTwice: twice };
  process.stdout.write(`${JSON.stringify({ bytes: statSync(file).size, ...paused, ...counts, ...ended })}\n`);
}

const memory = '/dev/shm';
const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'large-upload-'));
try {
  await run(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
