import { chromium, type Page } from 'playwright';
import { PEOPLE } from '../local/auth/people.ts';
import { HARBOUR_BAY } from '../local/demo/harbour-bay.ts';
import { pick, seededRandom } from '../local/demo/random.ts';
import { unpackChromium } from '../tools/e2e/chromium.ts';
import type { Bench } from './support/bench.ts';
import { bareCall, DESK_TEXTS, demoCloud, timeOf, WARM_UP } from './support/demo-cloud.ts';
import { timeToPaint } from './support/page-timer.ts';
import { measurePairs, rangedLine } from './support/pairs.ts';

const CUSTOMERS = 5_000;
const PAIRS = 25;
const SEED = 15;
/** Of several customers each: a single match opens at once, without a list. */
const TEXTS = DESK_TEXTS.filter((text) => !text.includes('_'));
const AGENT = PEOPLE.find(({ role }) => role === 'agent');
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-gpu'];

/**
 * From the key to the frame that shows what an agent waits for, in Chromium without a window: Enter in the box until the
 * list of matches, and the digit of a match until the values of the customer. Against the bare HTTP invocation of the same run.
 */
export const keystrokeBench: Bench = async function* ({ rows = CUSTOMERS }) {
  const { executable, fonts } = await unpackChromium();
  const browser = await chromium.launch({
    executablePath: executable,
    args: ARGUMENTS,
    env: { ...process.env, FONTCONFIG_PATH: fonts },
  });
  try {
    for await (const { cloud } of demoCloud(rows)) {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      const desk = new Desk(page);
      await desk.open(cloud.endpoints.console);
      const random = seededRandom(SEED);
      const search = () => desk.search(pick(TEXTS, random));
      const open = async () => {
        await desk.search(pick(TEXTS, random));
        return desk.openFirst();
      };
      const bare = () => timeOf(() => bareCall(cloud));
      for (let call = 0; call < WARM_UP; call += 1) {
        await open();
        await bare();
      }
      yield rangedLine('keystroke.search', 'ms', await measurePairs(PAIRS, search, bare));
      yield rangedLine('keystroke.open', 'ms', await measurePairs(PAIRS, open, bare));
    }
  } finally {
    await browser.close();
  }
};

/** The desk as an agent uses it, by keyboard. */
class Desk {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(console: string): Promise<void> {
    const { account, table } = HARBOUR_BAY;
    await this.#page.goto(`${console}/desk/${account.prefix}/${table.prefix}`);
    await this.#page.getByRole('button', { name: AGENT?.name ?? '' }).click();
    await this.#box.waitFor();
  }

  get #box() {
    return this.#page.getByLabel('Find a customer');
  }

  async search(text: string): Promise<number> {
    const isRecord = this.#page.url().includes('/customers/');
    // From a record back to its list, and from there to an empty one.
    if (isRecord) await this.#page.keyboard.press('Escape');
    await this.#box.waitFor();
    await this.#page.keyboard.press('/');
    await this.#page.keyboard.press('Escape');
    await this.#page.getByRole('grid').waitFor({ state: 'detached' });
    await this.#box.fill(text);
    return timeToPaint(this.#page, 'Enter', '[role=grid] [data-row]');
  }

  openFirst(): Promise<number> {
    return timeToPaint(this.#page, '1', '.field-value');
  }
}
