import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openerOf } from '../../../cli/browser.ts';
import { signInByBrowser } from '../../../cli/session/browser/sign-in.ts';
import { readStageConfig } from '../../../cli/session/stage-config.ts';
import { freePorts } from '../../../local/cloud/free-ports.ts';
import { challengeOf, FakeSignIn, STAGE } from './support/fake-sign-in.ts';
import { FakeTerminal } from './support/fake-terminal.ts';

let signIn: FakeSignIn;
let terminal: FakeTerminal;
const taken: Server[] = [];

beforeEach(async () => {
  signIn = await new FakeSignIn().open();
  terminal = new FakeTerminal({ browser: signIn.browser });
});
afterEach(async () => {
  await signIn.service.close();
  for (const server of taken.splice(0)) await new Promise((resolve) => server.close(resolve));
});

const login = (...more: string[]) => terminal.run('login', '--console', signIn.service.url, ...more);
const loginFile = () => join(terminal.cwd, 'config', 'logins.json');
const stored = () => JSON.parse(readFileSync(loginFile(), 'utf8')).stages[STAGE];
const errorCode = () => JSON.parse(terminal.noted).error.code;

function take(address: string | undefined): Promise<void> {
  const server = createServer();
  taken.push(server);
  return new Promise((resolve) => server.listen(Number(new URL(address ?? '').port), '127.0.0.1', resolve));
}

describe('a login in the browser', () => {
  test('requests a code with PKCE for a callback address on this machine', async () => {
    expect(await login()).toBe(0);
    expect(signIn.page).toBe(`${signIn.service.url}/oauth2/authorize`);
    expect(signIn.requested('response_type')).toBe('code');
    expect(signIn.requested('client_id')).toBe('terminal-client');
    expect(signIn.requested('redirect_uri')).toBe(signIn.callbacks[0]);
    expect(signIn.requested('scope')).toBe('openid email profile');
    expect(signIn.requested('code_challenge_method')).toBe('S256');
    expect(signIn.requested('state')).toMatch(/^[\w-]{43}$/);

    const [{ code_verifier: verifier = '', ...grant } = {}] = signIn.grants;
    expect(challengeOf(verifier)).toBe(signIn.requested('code_challenge'));
    expect(grant).toEqual({
      client_id: 'terminal-client',
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: signIn.callbacks[0],
    });
  });

  test('has a new state and a new verifier each time', async () => {
    await login();
    const first = [signIn.requested('state'), signIn.requested('code_challenge')];
    await login();
    expect([signIn.requested('state'), signIn.requested('code_challenge')]).not.toEqual(first);
    expect(signIn.requested('state')).not.toBe(first[0]);
  });

  test('is readable only by its owner, and prints neither code nor token', async () => {
    await login();
    expect(statSync(loginFile()).mode & 0o777).toBe(0o600);
    expect(stored()).toMatchObject({ user: 'ann@example.com', refreshToken: 'refresh-secret' });
    expect(terminal.printed).toBe(`Logged in to ${STAGE} as ann@example.com.\n`);
    expect(terminal.printed + terminal.noted).not.toMatch(/refresh-secret|access-secret|e30|code-1/);
  });

  test('ends with a page that can be closed, and leaves the port free', async () => {
    await login();
    const { status, html } = (await signIn.shown) ?? {};
    expect([status, html]).toEqual([200, expect.stringContaining('You can close this window.')]);
    await expect(signIn.visit(signIn.callbacks[0] ?? '', {})).rejects.toThrow();
  });

  test('is the one that later commands mean', async () => {
    await login();
    expect(await terminal.run('token', '--json')).toBe(0);
    const shown = JSON.parse(terminal.printed.slice(terminal.printed.indexOf('{')));
    expect(shown).toMatchObject({ api: STAGE, token: expect.any(String) });
  });

  test('needs the address of the console once', async () => {
    await login();
    expect(await terminal.run('login')).toBe(0);
    expect(signIn.grants).toHaveLength(2);
  });

  test('shows the address if no program opens it', async () => {
    terminal = new FakeTerminal();
    const exit = login();
    while (!terminal.noted.includes('--password')) await new Promise((resolve) => setImmediate(resolve));
    const [address = ''] = /^http:\S+$/m.exec(terminal.noted) ?? [];
    signIn.browser(address);
    expect(await exit).toBe(0);
  });

  test('is rejected with --json if no program opens the address', async () => {
    terminal = new FakeTerminal();
    expect(await login('--json')).toBe(1);
    expect(errorCode()).toBe('login.no-browser');
  });
});

describe('a login in the browser does not accept', () => {
  test('an answer with another state, and waits on', async () => {
    terminal = new FakeTerminal({
      browser: async (address) => {
        const callback = new URL(address).searchParams.get('redirect_uri') ?? '';
        expect(await signIn.visit(callback, { code: 'other', state: 'other' })).toMatchObject({ status: 400 });
        expect(await signIn.visit(callback, { code: 'other' })).toMatchObject({ status: 400 });
        expect(await signIn.visit(callback.replace('/signed-in', '/other'), {})).toMatchObject({ status: 404 });
        signIn.browser(address);
      },
    });
    expect(await login()).toBe(0);
    expect(signIn.grants.map(({ code }) => code)).toEqual(['code-1']);
  });

  test('an error of the sign-in service', async () => {
    signIn.outcome = { error: 'access_denied', error_description: 'The user was disabled' };
    expect(await login('--json')).toBe(1);
    expect(JSON.parse(terminal.noted).error).toMatchObject({
      code: 'login.rejected',
      message: expect.stringContaining('The user was disabled'),
    });
    expect(await signIn.shown).toMatchObject({ status: 400, html: expect.stringContaining('was rejected') });
    expect(() => statSync(loginFile())).toThrow();
  });

  test.each([
    [{ status: 400, json: { error: 'invalid_grant' } }, 'login.rejected'],
    [{ status: 503, json: undefined }, 'login.failed'],
    [{ json: { access_token: 'x' } }, 'login.failed'],
    [{ json: { id_token: 'e30.e30.x' } }, 'login.failed'],
    [{ cut: true }, 'login.unreachable'],
  ])('the answer %j of the token endpoint', async (answer, code) => {
    signIn.tokens = () => answer;
    expect(await login('--json')).toBe(1);
    expect(errorCode()).toBe(code);
    expect(() => statSync(loginFile())).toThrow();
  });

  test('an address without a console', async () => {
    signIn.callbacks = ['http://example.com:80/signed-in'];
    expect(await login('--json')).toBe(1);
    expect(errorCode()).toBe('console.unknown');
    const nowhere = new FakeTerminal();
    const [free] = await freePorts(1);
    const closed = `http://127.0.0.1:${free}`;
    expect(await nowhere.run('login', '--json', '--console', closed)).toBe(1);
    expect(JSON.parse(nowhere.noted).error.code).toBe('console.unreachable');
  });
});

describe('the wait for the browser', () => {
  test('is at the next port if another program uses the first one', async () => {
    await take(signIn.callbacks[0]);
    expect(await login()).toBe(0);
    expect(signIn.requested('redirect_uri')).toBe(signIn.callbacks[1]);
  });

  test('does not begin if other programs use all ports, which the message names', async () => {
    for (const address of signIn.callbacks) await take(address);
    expect(await login('--json')).toBe(1);
    const ports = signIn.callbacks.map((address) => new URL(address).port).join(', ');
    expect(JSON.parse(terminal.noted).error).toMatchObject({
      code: 'login.ports-taken',
      message: `Other programs on this machine use all ports for the sign-in: ${ports}.`,
      advice: expect.stringContaining('--password'),
    });
  });

  test('ends after its time, and frees the port', async () => {
    const stage = await readStageConfig(signIn.service.url);
    const wait = { show: async () => {}, signal: new AbortController().signal, timeoutMs: 20 };
    await expect(signInByBrowser(stage, wait)).rejects.toMatchObject({
      code: 'login.timed-out',
      advice: expect.stringContaining('--password'),
    });
    await take(signIn.callbacks[0]);
  });

  test('ends with Ctrl-C', async () => {
    terminal = new FakeTerminal({ browser: () => setImmediate(() => terminal.pressCtrlC()) });
    expect(await login()).toBe(130);
    expect(terminal.noted).toContain('you are not logged in');
    await take(signIn.callbacks[0]);
  });
});

describe('a stored login of the browser', () => {
  const loggedIn = async (lifetimeSeconds: number) => {
    signIn.tokens = () => ({ json: signIn.tokensFor(lifetimeSeconds) });
    await login();
    signIn.tokens = () => ({ json: { ...signIn.tokensFor(), refresh_token: undefined } });
  };

  test('is renewed by the sign-in service shortly before its token ends', async () => {
    await loggedIn(30);
    expect(await terminal.run('token')).toBe(0);
    expect(signIn.grants[1]).toEqual({
      client_id: 'terminal-client',
      grant_type: 'refresh_token',
      refresh_token: 'refresh-secret',
    });
    expect(stored().refreshToken).toBe('refresh-secret');
    expect(Date.parse(stored().expiresAt)).toBeGreaterThan(Date.now() + 60_000);
  });

  test('keeps the refresh token that replaces the earlier one', async () => {
    await loggedIn(30);
    signIn.tokens = () => ({ json: { ...signIn.tokensFor(), refresh_token: 'second-secret' } });
    await terminal.run('token');
    expect(stored().refreshToken).toBe('second-secret');
  });

  test('that cannot be renewed gives a message with the command for a new one', async () => {
    await loggedIn(30);
    signIn.tokens = () => ({ status: 400, json: { error: 'invalid_grant' } });
    expect(await terminal.run('whoami')).toBe(1);
    expect(terminal.noted).toContain(`login --console ${signIn.service.url}`);
  });

  test('of the embedded cloud has ended after its restart, and the message has the way back to an administrator', async () => {
    signIn.api = 'http://127.0.0.1:7070';
    await loggedIn(30);
    signIn.tokens = () => ({ status: 400, json: { error: 'invalid_grant' } });
    expect(await terminal.run('whoami')).toBe(1);
    expect(terminal.noted).toContain('To use it without one: switchboard logout');
  });

  test('is revoked and forgotten by logout', async () => {
    await loggedIn(3600);
    expect(await terminal.run('logout')).toBe(0);
    const [revoked] = signIn.service.requests('POST', '/oauth2/revoke');
    expect(Object.fromEntries(new URLSearchParams(revoked?.text))).toEqual({
      client_id: 'terminal-client',
      token: 'refresh-secret',
    });
    expect(JSON.parse(readFileSync(loginFile(), 'utf8'))).toEqual({ stages: {} });
  });
});

describe('the program that opens the browser', () => {
  const x11 = { DISPLAY: ':0' };
  test.each<[NodeJS.Platform, Record<string, string>, readonly string[] | undefined]>([
    ['darwin', {}, ['open']],
    ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler']],
    ['linux', x11, ['xdg-open']],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open']],
    ['linux', {}, undefined],
    ['linux', { ...x11, SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, undefined],
    ['darwin', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, undefined],
    ['linux', { BROWSER: 'firefox', SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, ['firefox']],
  ])('on %s with %j is %j', (platform, env, opener) => {
    expect(openerOf(platform, env)).toEqual(opener);
  });
});
