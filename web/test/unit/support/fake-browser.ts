import type { HistoryWindow } from '../../../src/shared/router/guarded-history.ts';

interface Entry {
  readonly state: unknown;
  readonly url: URL;
}

/** A tab with a history: as in a browser, a step is reported after it has happened. */
export class FakeBrowser {
  readonly #entries: Entry[];
  readonly #listeners = new Map<string, (event: never) => void>();
  #at = 0;

  constructor(address: string) {
    this.#entries = [{ state: null, url: new URL(address, 'http://console') }];
  }

  get address(): string {
    const { pathname, search } = this.#entry.url;
    return pathname + search;
  }

  get window(): HistoryWindow {
    const entry = () => this.#entry;
    const history = {
      get state() {
        return entry().state;
      },
      pushState: (state: unknown, _: string, url: URL) => {
        this.#entries.splice(++this.#at, Number.POSITIVE_INFINITY, { state, url });
      },
      replaceState: (state: unknown, _: string, url: URL = this.#entry.url) => {
        this.#entries[this.#at] = { state, url };
      },
      go: (steps: number) => void this.step(steps),
    };
    const location = {
      get pathname() {
        return entry().url.pathname;
      },
      get search() {
        return entry().url.search;
      },
      get href() {
        return entry().url.href;
      },
    };
    const addEventListener = (type: string, listener: (event: never) => void) => this.#listeners.set(type, listener);
    return { history, location, addEventListener } as unknown as HistoryWindow;
  }

  /** The user or the page goes back or forward; resolves when the page has received the event. */
  async step(steps: number): Promise<void> {
    await Promise.resolve();
    this.#at += steps;
    this.#send('popstate', { state: this.#entry.state });
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Whether the browser asks before it closes the tab. */
  asksBeforeClosing(): boolean {
    let asks = false;
    this.#send('beforeunload', { preventDefault: () => (asks = true) });
    return asks;
  }

  #send(type: string, event: object): void {
    this.#listeners.get(type)?.(event as never);
  }

  get #entry(): Entry {
    const entry = this.#entries[this.#at];
    if (entry === undefined) throw new Error('There is no such entry in the history.');
    return entry;
  }
}
