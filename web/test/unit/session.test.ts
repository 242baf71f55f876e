import { beforeEach, describe, expect, test } from '@jest/globals';
import { Session } from '../../src/shared/session/session.ts';
import { accessToken, challengeOf, FakeGlobals, rejected, tokens } from './support/fake-globals.ts';

const config = { api: '/api', signIn: 'http://sign-in', client: 'console' };
let globals: FakeGlobals;
let session: Session;

beforeEach(() => {
  globals = new FakeGlobals();
  session = new Session(config);
});

/** Signs in, and gives the tokens that the service answers. */
async function signIn(
  signedIn: Session,
  access: string,
  refresh: string,
  opened = '/accounts/BRI?page=2',
): Promise<string> {
  await signedIn.signIn(opened);
  const state = new URL(globals.left.at(-1) ?? '').searchParams.get('state') ?? '';
  globals.respond = () => tokens(access, refresh);
  return signedIn.completeSignIn(new URLSearchParams({ code: 'the-code', state }));
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

/** The challenge of a sign-in is computed outside the event loop, on a busy machine in any number of its turns. */
async function untilLeft(): Promise<void> {
  while (globals.left.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('a sign-in', () => {
  test('leaves for the sign-in page with the challenge of the verifier that it sends later', async () => {
    const returnTo = await signIn(session, accessToken('brigitte'), 'r1');
    const { origin, pathname, searchParams } = new URL(globals.left[0] ?? '');
    expect([origin + pathname, returnTo]).toEqual(['http://sign-in/oauth2/authorize', '/accounts/BRI?page=2']);
    const [sent] = globals.sent;
    expect(sent?.form).toMatchObject({ code: 'the-code', redirect_uri: 'http://console/signed-in' });
    expect(searchParams.get('code_challenge')).toBe(challengeOf(sent?.form.code_verifier ?? ''));
    expect(sent?.form.code_verifier).toMatch(/^[\w-]{43}$/);
  });

  test.each(['//host', '/\\host', '//', 'https://host/accounts'])(
    'returns to the start page from %s',
    async (opened) => {
      expect(await signIn(session, accessToken('brigitte'), 'r1', opened)).toBe('/');
    },
  );

  test('keeps the access token out of the storage', async () => {
    const access = accessToken('brigitte');
    await signIn(session, access, 'r1');
    expect(globals.stored).toEqual(['r1']);
    expect(await session.accessToken()).toBe(access);
  });

  test('that did not begin in this tab is rejected, and cannot be used twice', async () => {
    await expect(session.completeSignIn(new URLSearchParams({ code: 'c', state: 'other' }))).rejects.toThrow(
      'this tab',
    );
    await signIn(session, accessToken('brigitte'), 'r1');
    const state = new URL(globals.left[0] ?? '').searchParams.get('state') ?? '';
    await expect(session.completeSignIn(new URLSearchParams({ code: 'c', state }))).rejects.toThrow('this tab');
  });

  test('reports what the sign-in service says', async () => {
    const query = new URLSearchParams({ error: 'access_denied', error_description: 'No access.' });
    await expect(session.completeSignIn(query)).rejects.toThrow('No access.');
  });
});

describe('a renewal', () => {
  test('happens before the access token ends, once for all who wait', async () => {
    await signIn(session, accessToken('brigitte', 50), 'r1');
    const renewed = accessToken('brigitte');
    globals.respond = () => tokens(renewed, 'r2');
    expect(await Promise.all([session.accessToken(), session.accessToken()])).toEqual([renewed, renewed]);
    expect(globals.sent.slice(1)).toEqual([
      { path: '/oauth2/token', form: { client_id: 'console', grant_type: 'refresh_token', refresh_token: 'r1' } },
    ]);
  });

  test('follows when the API has rejected the token, but not for a token that is already replaced', async () => {
    const first = accessToken('brigitte');
    await signIn(session, first, 'r1');
    session.reject('another');
    expect(await session.accessToken()).toBe(first);
    session.reject(first);
    globals.respond = () => tokens(accessToken('brigitte', 7200), 'r2');
    expect(await session.accessToken()).not.toBe(first);
  });

  test('that fails on the way ends no session', async () => {
    await signIn(session, accessToken('brigitte', 50), 'r1');
    globals.respond = () => new Response(null, { status: 503 });
    await expect(session.accessToken()).rejects.toThrow('503');
    expect([session.hasEnded, session.isSignedIn]).toEqual([false, true]);
  });
});

describe('a page that is loaded again', () => {
  let reloaded: Session;

  beforeEach(async () => {
    await signIn(session, accessToken('brigitte'), 'r1');
    reloaded = new Session(config);
    globals.left.length = 0;
  });

  test('leads to the sign-in page and back if the session has ended, once, and forgets the refresh token', async () => {
    globals.respond = rejected;
    void reloaded.accessToken();
    void reloaded.accessToken();
    await untilLeft();
    void reloaded.accessToken();
    await soon();
    expect([globals.left.length, globals.sent.length]).toEqual([1, 2]);
    expect([globals.stored.includes('r1'), reloaded.isSignedIn]).toEqual([false, false]);
    const { pathname, searchParams } = new URL(globals.left[0] ?? '');
    const state = searchParams.get('state') ?? '';
    expect(pathname).toBe('/oauth2/authorize');
    globals.respond = () => tokens(accessToken('brigitte'), 'r2');
    const returnTo = await new Session(config).completeSignIn(new URLSearchParams({ code: 'c', state }));
    expect([returnTo, globals.stored]).toEqual(['/accounts/BRI?page=2', ['r2']]);
  });

  test.each([
    ['the network fails', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the sign-in service fails', () => new Response(null, { status: 503 })],
    ['the sign-in service is busy', () => new Response(null, { status: 429 })],
  ])('keeps its session while %s', async (_, respond) => {
    globals.respond = respond;
    await expect(reloaded.accessToken()).rejects.toThrow();
    expect([globals.left, globals.stored, reloaded.hasEnded]).toEqual([[], ['r1'], false]);
    const renewed = accessToken('brigitte');
    globals.respond = () => tokens(renewed, 'r2');
    expect(await reloaded.accessToken()).toBe(renewed);
  });
});

describe('a session that has ended', () => {
  let waiting: Promise<string>;
  let changes: number;

  beforeEach(async () => {
    await signIn(session, accessToken('brigitte', 50), 'r1');
    changes = 0;
    session.subscribe(() => {
      changes += 1;
    });
    globals.respond = rejected;
    waiting = session.accessToken();
    await soon();
  });

  test('is reported once, and requests wait', async () => {
    expect([session.hasEnded, changes]).toEqual([true, 1]);
    let answered = false;
    void session.accessToken().then(() => {
      answered = true;
    });
    await soon();
    expect(answered).toBe(false);
    expect([globals.sent.length, globals.left.length]).toEqual([2, 1]);
  });

  test('goes on when the same person signs in in another window', async () => {
    globals.openTab();
    const access = accessToken('brigitte');
    await signIn(new Session(config), access, 'r9');
    expect(await waiting).toBe(access);
    expect([session.hasEnded, changes]).toEqual([false, 2]);
  });

  test('loads the page again when another person signs in, without what the tab keeps of the first one', async () => {
    const { sessionStorage: first } = globalThis;
    first.setItem('a draft', 'with values of a customer');
    globals.openTab();
    const cleared = first.getItem('a draft');
    Object.defineProperty(globalThis, 'sessionStorage', { value: first, configurable: true, writable: true });
    await signIn(new Session(config), accessToken('samuel'), 'r9');
    expect(globals.left.at(-1)).toBe('/');
    expect([cleared, first.getItem('a draft')]).toEqual(['with values of a customer', null]);
    expect(session.hasEnded).toBe(true);
  });
});

test('a tab with another session does not take the tokens of a sign-in', async () => {
  const mine = accessToken('brigitte');
  await signIn(session, mine, 'r1');
  globals.openTab();
  await signIn(new Session(config), accessToken('samuel'), 'r9');
  expect(await session.accessToken()).toBe(mine);
  expect(globals.left.at(-1)).toMatch(/^http:\/\/sign-in\/oauth2\/authorize/);
});

describe('a sign-out', () => {
  test('revokes the refresh token and leaves, also when the service cannot be reached', async () => {
    await signIn(session, accessToken('brigitte'), 'r1');
    sessionStorage.setItem('a draft', 'with values of a customer');
    globals.respond = () => Promise.reject(new TypeError('Failed to fetch'));
    await session.signOut();
    expect(globals.sent.at(-1)).toEqual({ path: '/oauth2/revoke', form: { client_id: 'console', token: 'r1' } });
    expect(globals.left.at(-1)).toBe(
      'http://sign-in/logout?client_id=console&logout_uri=http%3A%2F%2Fconsole%2Fsigned-out',
    );
    expect([globals.stored, session.isSignedIn]).toEqual([[], false]);
  });
});
