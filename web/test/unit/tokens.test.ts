import { beforeEach, describe, expect, test } from '@jest/globals';
import { requestTokens, SignInRejected } from '../../src/shared/session/tokens.ts';
import { accessToken, FakeGlobals, rejected, tokens } from './support/fake-globals.ts';

const config = { api: '/api', signIn: 'http://sign-in', client: 'console' };
const grant = { grant_type: 'refresh_token', refresh_token: 'r1' } as const;
let globals: FakeGlobals;

beforeEach(() => {
  globals = new FakeGlobals();
});

describe('requestTokens', () => {
  test('sends the grant with the id of the console', async () => {
    globals.respond = () => tokens(accessToken('brigitte'), 'r2');
    const { refresh, userId } = await requestTokens(config, grant);
    expect([refresh, userId]).toEqual(['r2', 'brigitte']);
    expect(globals.sent).toEqual([{ path: '/oauth2/token', form: { client_id: 'console', ...grant } }]);
  });

  test('reads the end of the access token, and names outside ASCII in it', async () => {
    globals.respond = () => tokens(accessToken('brigitte', 60, { exp: 1_800_000_000, name: 'Ünal ~ÿ?' }), 'r2');
    expect((await requestTokens(config, grant)).expiresAt).toBe(1_800_000_000_000);
  });

  test('keeps the refresh token when the service does not rotate it', async () => {
    globals.respond = () => tokens(accessToken('brigitte'));
    expect((await requestTokens(config, grant)).refresh).toBe('r1');
  });

  test('needs a refresh token after a sign-in', async () => {
    globals.respond = () => tokens(accessToken('brigitte'));
    const code = {
      grant_type: 'authorization_code',
      code: 'c',
      redirect_uri: 'http://console',
      code_verifier: 'v',
    } as const;
    await expect(requestTokens(config, code)).rejects.toThrow('The sign-in service answered with status 200.');
  });

  test('tells a rejected grant from a service that fails', async () => {
    globals.respond = rejected;
    await expect(requestTokens(config, grant)).rejects.toThrow(SignInRejected);
    globals.respond = () => new Response('<html>', { status: 502 });
    await expect(requestTokens(config, grant)).rejects.toThrow('status 502');
    await expect(requestTokens(config, grant)).rejects.not.toBeInstanceOf(SignInRejected);
  });

  test('does not take a token without an end', async () => {
    globals.respond = () => tokens(accessToken('brigitte', 60, { exp: 'never' }), 'r2');
    await expect(requestTokens(config, grant)).rejects.toThrow('lacks "sub" or "exp"');
  });
});
