import type { ConsoleConfig } from '../config.ts';
import { addressInConsole } from '../router/address.ts';
import { challengeFor, randomText } from './pkce.ts';
import { requestTokens, SignInRejected, type Tokens } from './tokens.ts';

/** A token that ends sooner than this is renewed first. */
const RENEWAL_MARGIN_MS = 60_000;
const REFRESH_TOKEN = 'switchboard.refresh-token';
const SIGNED_IN = '/signed-in';
const SIGNED_OUT = '/signed-out';

/** What one tab reports to the other tabs of the same browser. */
interface Renewal {
  /** The refresh token that the new tokens replace; undefined after a new sign-in. */
  readonly previous: string | undefined;
  readonly tokens: Tokens;
}

/**
 * The session of one tab. The access token is in memory alone; the refresh token is in the tab's session storage, so that a
 * reload does not sign the user out.
 *
 * When the session ends, requests wait: the page asks the user to sign in again in a window of its own, and they go on with
 * the new tokens. What the user has typed stays. A session that has ended before the page was loaded leads to the sign-in
 * page instead: nothing is on the page yet.
 */
export class Session {
  readonly #config: ConsoleConfig;
  readonly #channel = new BroadcastChannel('switchboard.session');
  readonly #listeners = new Set<() => void>();
  #tokens: Tokens | undefined;
  #userId: string | undefined;
  #renewal: Promise<Tokens> | undefined;
  #signedInAgain: PromiseWithResolvers<Tokens> | undefined;

  constructor(config: ConsoleConfig) {
    this.#config = config;
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Renewal>) => this.#adopt(data));
  }

  /** Whether the session has ended and the user has to sign in again. */
  get hasEnded(): boolean {
    return this.#signedInAgain !== undefined;
  }

  /** Calls the listener when the session ends and when it goes on. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether this tab holds a session; it may have ended since. */
  get isSignedIn(): boolean {
    return this.#refreshToken() !== undefined;
  }

  /**
   * An access token that is valid for a minute at least. One renewal serves all callers. If the session has ended, the
   * promise waits until the user has signed in again.
   * @throws Error if the sign-in service cannot be reached
   */
  async accessToken(): Promise<string> {
    if (this.#tokens && this.#tokens.expiresAt - Date.now() > RENEWAL_MARGIN_MS) return this.#tokens.access;
    if (this.#signedInAgain) return (await this.#signedInAgain.promise).access;
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    return (await this.#renewal).access;
  }

  /** The API has rejected this access token, for instance after a sign-out elsewhere: the next request renews it. */
  reject(accessToken: string): void {
    if (this.#tokens?.access === accessToken) this.#tokens = undefined;
  }

  /** Leaves the page for the sign-in page. @param returnTo the address in the console to come back to */
  async signIn(returnTo: string): Promise<void> {
    const verifier = randomText();
    const state = randomText();
    sessionStorage.setItem(`switchboard.sign-in.${state}`, JSON.stringify([verifier, returnTo]));
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: this.#config.client,
      redirect_uri: here(SIGNED_IN),
      scope: 'openid email profile',
      state,
      code_challenge: await challengeFor(verifier),
      code_challenge_method: 'S256',
    });
    location.assign(`${this.#config.signIn}/oauth2/authorize?${query}`);
  }

  /**
   * Ends a sign-in on the page that the sign-in service returns to.
   * @param query of that page: `code` and `state`, or `error`
   * @returns the address in the console to go back to
   * @throws Error if the sign-in did not begin in this tab, or was rejected
   */
  async completeSignIn(query: URLSearchParams): Promise<string> {
    const name = `switchboard.sign-in.${query.get('state') ?? ''}`;
    const begun = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    const code = query.get('code');
    if (code === null)
      throw new Error(query.get('error_description') ?? query.get('error') ?? 'The address has no code.');
    if (begun === null) throw new Error('This sign-in did not begin in this tab.');
    const [verifier, returnTo]: [string, string] = JSON.parse(begun);
    const tokens = await requestTokens(this.#config, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: here(SIGNED_IN),
      code_verifier: verifier,
    });
    this.#store(tokens);
    this.#report({ previous: undefined, tokens });
    return addressInConsole(returnTo, location.origin);
  }

  /** Revokes the session and leaves the page for the sign-out page. */
  async signOut(): Promise<void> {
    const token = this.#refreshToken();
    // What the tab keeps of the user's work, such as drafts, holds values of customers. The next user may be another.
    sessionStorage.clear();
    this.#tokens = undefined;
    const { signIn, client } = this.#config;
    if (token !== undefined) {
      const body = new URLSearchParams({ client_id: client, token });
      // The user leaves in any case; a token that could not be revoked ends by itself.
      await fetch(`${signIn}/oauth2/revoke`, { method: 'POST', body }).catch(() => undefined);
    }
    location.assign(`${signIn}/logout?${new URLSearchParams({ client_id: client, logout_uri: here(SIGNED_OUT) })}`);
  }

  async #renew(): Promise<Tokens> {
    try {
      // Another tab with the same refresh token, a duplicate of this one, waits and then has the tokens of this renewal.
      return await navigator.locks.request('switchboard.renewal', async () => {
        if (this.#tokens && this.#tokens.expiresAt - Date.now() > RENEWAL_MARGIN_MS) return this.#tokens;
        const previous = this.#refreshToken();
        if (previous === undefined) throw new SignInRejected('no session');
        const tokens = await requestTokens(this.#config, { grant_type: 'refresh_token', refresh_token: previous });
        this.#store(tokens);
        this.#report({ previous, tokens });
        return tokens;
      });
    } catch (error) {
      if (!(error instanceof SignInRejected)) throw error;
      if (this.#userId === undefined) await this.#signInAtStart();
      this.#signedInAgain ??= Promise.withResolvers<Tokens>();
      this.#notify();
      return this.#signedInAgain.promise;
    }
  }

  /** Without the rejected token, also a reload during the sign-in leads to the sign-in page. */
  async #signInAtStart(): Promise<void> {
    sessionStorage.removeItem(REFRESH_TOKEN);
    await this.signIn(location.pathname + location.search);
  }

  #adopt({ previous, tokens }: Renewal): void {
    const isOurs = previous !== undefined && previous === this.#refreshToken();
    const isAwaited = this.#signedInAgain !== undefined && previous === undefined;
    if (!isOurs && !isAwaited) return;
    // Another user signed in, who must not see what is on the page.
    if (this.#userId !== undefined && this.#userId !== tokens.userId) {
      sessionStorage.clear();
      location.assign('/');
    } else this.#store(tokens);
  }

  #store(tokens: Tokens): void {
    this.#tokens = tokens;
    this.#userId = tokens.userId;
    sessionStorage.setItem(REFRESH_TOKEN, tokens.refresh);
    const waiting = this.#signedInAgain;
    this.#signedInAgain = undefined;
    waiting?.resolve(tokens);
    this.#notify();
  }

  #report(renewal: Renewal): void {
    this.#channel.postMessage(renewal);
  }

  #refreshToken(): string | undefined {
    return this.#tokens?.refresh ?? sessionStorage.getItem(REFRESH_TOKEN) ?? undefined;
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

const here = (path: string): string => new URL(path, location.origin).href;
