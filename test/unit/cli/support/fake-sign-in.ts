import { createHash } from 'node:crypto';
import { freePorts } from '../../../../local/cloud/free-ports.ts';
import { FakeApi, fakeToken } from './fake-api.ts';

export const STAGE = 'https://abc123.execute-api.eu-west-1.amazonaws.com';

type Reply = Awaited<ReturnType<ConstructorParameters<typeof FakeApi>[0]>>;

/** A console and its sign-in service, and a browser whose user signs in at once. */
export class FakeSignIn {
  readonly service = new FakeApi(({ path }) => this.#answer(path.split('?')[0] ?? ''));
  api = STAGE;
  /** The callback addresses of the terminal. */
  callbacks: string[] = [];
  /** Replaces the answer of the token endpoint. */
  tokens: () => Reply = () => ({ json: this.tokensFor() });
  /** The parameters that the service adds to the callback address, in addition to the state. */
  outcome: Record<string, string> = { code: 'code-1' };
  /** The page that the browser shows after the sign-in. */
  shown: Promise<{ readonly status: number; readonly html: string }> | undefined;
  #address = new URL('http://none');

  async open(): Promise<this> {
    await this.service.listen();
    this.callbacks = (await freePorts(2)).map((port) => `http://localhost:${port}/signed-in`);
    return this;
  }

  /** The user's browser: opens the sign-in page, and goes to the callback address. */
  readonly browser = (address: string): void => {
    this.#address = new URL(address);
    this.shown = this.visit(this.requested('redirect_uri'), { ...this.outcome, state: this.requested('state') });
  };

  /** A parameter of the sign-in page's address. */
  requested(name: string): string {
    return this.#address.searchParams.get(name) ?? '';
  }

  get page(): string {
    return this.#address.origin + this.#address.pathname;
  }

  async visit(address: string, query: Readonly<Record<string, string>>) {
    const response = await fetch(`${address}?${new URLSearchParams(query)}`);
    return { status: response.status, html: await response.text() };
  }

  /** The forms that the token endpoint has received. */
  get grants(): Record<string, string>[] {
    return this.service
      .requests('POST', '/oauth2/token')
      .map(({ text }) => Object.fromEntries(new URLSearchParams(text)));
  }

  tokensFor(lifetimeSeconds = 3600): Record<string, unknown> {
    const exp = Math.floor(Date.now() / 1000) + lifetimeSeconds;
    const claims = { exp, email: 'ann@example.com' };
    return { id_token: fakeToken(claims), access_token: 'access-secret', refresh_token: 'refresh-secret' };
  }

  #answer(path: string): Reply {
    if (path === '/config.json') {
      const terminal = { api: this.api, region: 'eu-west-1', client: 'terminal-client', callbacks: this.callbacks };
      return { json: { api: '/api', signIn: this.service.url, client: 'console-client', terminal } };
    }
    return path === '/oauth2/token' ? this.tokens() : { json: {} };
  }
}

export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
