/** What the console knows of an address: `/accounts?page=2` is the path `/accounts` and the search `page=2`. */
export interface Place {
  readonly path: string;
  readonly search: string;
}

type Leave = () => void;
/** Answers true if the page may be left; otherwise it keeps `leave`, and calls it when the user has decided to leave. */
export type Guard = (leave: Leave) => boolean;

const placeOf = ({ pathname, search }: { readonly pathname: string; readonly search: string }): Place => ({
  path: pathname,
  search: search.slice(1),
});

/** What a guarded history needs of the browser. */
export type HistoryWindow = Pick<Window, 'history' | 'location' | 'addEventListener'>;

/**
 * The browser's history with a guard for unsaved changes. The router of a library reports a step back after it has
 * happened, when the form is gone; this one undoes the step first and reports nothing until the guard lets it pass.
 */
export class GuardedHistory {
  readonly #listeners = new Set<() => void>();
  readonly #window: HistoryWindow;
  #place: Place;
  /** The number of the entry in the history: tells how far a step back or forward has gone. */
  #index: number;
  #guard: Guard | undefined;
  /** The step that is being undone; its report is not passed on. */
  #undone: 'none' | 'pending' = 'none';

  constructor(browser: HistoryWindow) {
    this.#window = browser;
    this.#place = placeOf(browser.location);
    this.#index = indexOf(browser.history.state) ?? 0;
    browser.history.replaceState({ index: this.#index }, '');
    browser.addEventListener('popstate', ({ state }) => this.#stepped(indexOf(state) ?? 0));
    browser.addEventListener('beforeunload', (event) => {
      if (this.#guard) event.preventDefault();
    });
  }

  get place(): Place {
    return this.#place;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sets the guard, or removes it. */
  setGuard(guard: Guard | undefined): void {
    this.#guard = guard;
  }

  /** @param address in the console, such as `/accounts?page=2` */
  navigate(address: string, { replace = false }: { readonly replace?: boolean } = {}): void {
    const url = new URL(address, this.#window.location.href);
    // As with a link of the browser, the address that is shown already is no further step.
    const isShown = url.href === this.#window.location.href;
    const leave = () => this.#goTo(url, replace || isShown);
    // A change of the search stays on the page.
    if (url.pathname === this.#place.path || !this.#guard || this.#guard(leave)) leave();
  }

  #goTo(url: URL, replace: boolean): void {
    if (!replace) this.#index += 1;
    this.#window.history[replace ? 'replaceState' : 'pushState']({ index: this.#index }, '', url);
    this.#report(placeOf(url));
  }

  #stepped(index: number): void {
    if (this.#undone === 'pending') {
      this.#undone = 'none';
      return;
    }
    const steps = index - this.#index;
    const next = placeOf(this.#window.location);
    const leave = () => this.#window.history.go(steps);
    if (this.#guard && next.path !== this.#place.path && !this.#guard(leave)) {
      this.#undone = 'pending';
      this.#window.history.go(-steps);
      return;
    }
    this.#index = index;
    this.#report(next);
  }

  #report(place: Place): void {
    this.#place = place;
    for (const listener of this.#listeners) listener();
  }
}

function indexOf(state: unknown): number | undefined {
  const index: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'index') : undefined;
  return typeof index === 'number' ? index : undefined;
}
