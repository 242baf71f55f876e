import { createHash } from 'node:crypto';

export interface Sent {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

type Respond = (sent: Sent) => Response | Promise<Response>;

/** Posts a message to every other channel of the name, as between tabs. */
class FakeChannel {
  static #all: FakeChannel[] = [];
  static clear(): void {
    FakeChannel.#all = [];
  }
  readonly #name: string;
  #listener: ((event: { readonly data: unknown }) => void) | undefined;

  constructor(name: string) {
    this.#name = name;
    FakeChannel.#all.push(this);
  }

  addEventListener(_type: string, listener: (event: { readonly data: unknown }) => void): void {
    this.#listener = listener;
  }

  postMessage(data: unknown): void {
    for (const other of FakeChannel.#all) {
      if (other !== this && other.#name === this.#name) other.#listener?.({ data });
    }
  }
}

/** What a session uses of the browser: storage, channel between tabs, locks, the address, and the sign-in service. */
export class FakeGlobals {
  /** The addresses that the page was left for. */
  readonly left: string[] = [];
  readonly sent: Sent[] = [];
  respond: Respond = () => new Response(null, { status: 503 });
  #storage = new Map<string, string>();

  constructor() {
    FakeChannel.clear();
    let turn: Promise<unknown> = Promise.resolve();
    const globals = {
      BroadcastChannel: FakeChannel,
      location: {
        origin: 'http://console',
        pathname: '/accounts/BRI',
        search: '?page=2',
        assign: (address: string) => this.left.push(address),
      },
      navigator: {
        locks: {
          request: (_name: string, work: () => Promise<unknown>) => {
            const done = turn.then(work, work);
            turn = done.catch(() => undefined);
            return done;
          },
        },
      },
      fetch: async (address: string, { body }: { readonly body: URLSearchParams }) => {
        const sent = { path: new URL(address).pathname, form: Object.fromEntries(body) };
        this.sent.push(sent);
        return this.respond(sent);
      },
    };
    for (const [name, value] of Object.entries(globals)) define(name, value);
    this.openTab();
  }

  /** A tab of its own: storage is not shared. */
  openTab(): void {
    const storage = new Map<string, string>();
    this.#storage = storage;
    define('sessionStorage', {
      getItem: (name: string) => storage.get(name) ?? null,
      setItem: (name: string, value: string) => void storage.set(name, value),
      removeItem: (name: string) => void storage.delete(name),
      clear: () => storage.clear(),
      key: (at: number) => [...storage.keys()][at] ?? null,
      get length() {
        return storage.size;
      },
    });
  }

  get stored(): readonly string[] {
    return [...this.#storage.values()];
  }
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** An access token, unsigned: the console does not verify it. @param lifetimeSeconds from now */
export function accessToken(sub: string, lifetimeSeconds = 3600, payload: object = {}): string {
  const claims = { sub, exp: Math.floor(Date.now() / 1000) + lifetimeSeconds, ...payload };
  return `header.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
}

export const tokens = (access: string, refresh?: string): Response =>
  Response.json({ access_token: access, ...(refresh !== undefined && { refresh_token: refresh }) });

export const rejected = (): Response => Response.json({ error: 'invalid_grant' }, { status: 400 });

export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
