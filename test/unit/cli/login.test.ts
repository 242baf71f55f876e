import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeApi, fakeToken } from './support/fake-api.ts';
import { FakeTerminal } from './support/fake-terminal.ts';

// Where the SDK looks for Cognito; a stage of that name does not have to exist to log in to it.
const VARIABLE = 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER';
const STAGE = 'https://abc123.execute-api.eu-west-1.amazonaws.com';
const LOGIN = ['login', '--password', '--api', STAGE, '--client-id', 'client', '--user', 'ann@example.com'];

interface Answer {
  readonly status?: number;
  readonly json: object;
}

const tokens = (more: object = {}) => ({
  json: {
    AuthenticationResult: {
      IdToken: fakeToken({ email: 'ann@example.com' }),
      AccessToken: 'access',
      RefreshToken: 'refresh-secret',
      ...more,
    },
  },
});
const challenge = (ChallengeName: string, more: object = {}) => ({
  json: { ChallengeName, Session: 'session-1', ChallengeParameters: { USER_ID_FOR_SRP: 'uuid-of-ann' }, ...more },
});
const rejection = (name: string): Answer => ({ status: 400, json: { __type: name, message: 'message of Cognito' } });

/** Cognito's JSON protocol: answers each call with the next of the operation's answers. */
let cognito: FakeApi;
let answers: Record<string, Answer[]>;
const calls = () => cognito.heard.map(({ headers, json }) => [operationOf(headers), json]);
const operationOf = (headers: Record<string, unknown>) => String(headers['x-amz-target']).split('.')[1] ?? '';

beforeEach(async () => {
  answers = {};
  cognito = await new FakeApi(({ headers }) => {
    const answer = answers[operationOf(headers)]?.shift() ?? rejection('UnexpectedLambdaException');
    return { ...answer, headers: { 'content-type': 'application/x-amz-json-1.1' } };
  }).listen();
  process.env[VARIABLE] = cognito.url;
});
afterEach(async () => {
  delete process.env[VARIABLE];
  await cognito.close();
});

const loginFile = ({ cwd }: FakeTerminal) => join(cwd, 'config', 'logins.json');

describe('a login with a password', () => {
  test('is readable only by its owner, and prints neither password nor token', async () => {
    answers.InitiateAuth = [tokens()];
    const terminal = new FakeTerminal({ typed: ['pass word'] });
    expect(await terminal.run(...LOGIN)).toBe(0);
    expect(calls()).toEqual([
      [
        'InitiateAuth',
        {
          AuthFlow: 'USER_PASSWORD_AUTH',
          ClientId: 'client',
          AuthParameters: { USERNAME: 'ann@example.com', PASSWORD: 'pass word' },
        },
      ],
    ]);
    expect(statSync(loginFile(terminal)).mode & 0o777).toBe(0o600);
    expect(statSync(join(terminal.cwd, 'config')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(terminal.cwd, 'config'))).toEqual(['logins.json']);
    expect(terminal.printed).toBe(`Logged in to ${STAGE} as ann@example.com.\n`);
    expect(terminal.printed + terminal.noted).not.toMatch(/pass word|refresh-secret|e30/);
  });

  test('is used by later commands', async () => {
    answers.InitiateAuth = [tokens()];
    const terminal = new FakeTerminal({ env: { SWITCHBOARD_PASSWORD: 'x' } });
    await terminal.run(...LOGIN);
    expect(await terminal.run('token', '--json')).toBe(0);
    const shown = JSON.parse(terminal.printed.slice(terminal.printed.indexOf('{')));
    expect(shown).toMatchObject({ api: STAGE, token: expect.any(String) });
  });

  test('requests a new password if an administrator set the first one', async () => {
    answers = { InitiateAuth: [challenge('NEW_PASSWORD_REQUIRED')], RespondToAuthChallenge: [tokens()] };
    const terminal = new FakeTerminal({ typed: ['old', 'new one', 'new one'] });
    expect(await terminal.run(...LOGIN)).toBe(0);
    expect(calls()[1]).toEqual([
      'RespondToAuthChallenge',
      {
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        ClientId: 'client',
        Session: 'session-1',
        ChallengeResponses: { USERNAME: 'uuid-of-ann', NEW_PASSWORD: 'new one' },
      },
    ]);
  });

  test('does not take a new password that was typed in two ways', async () => {
    answers.InitiateAuth = [challenge('NEW_PASSWORD_REQUIRED')];
    const terminal = new FakeTerminal({ typed: ['old', 'new one', 'new two'] });
    expect(await terminal.run(...LOGIN)).toBe(1);
    expect(calls()).toHaveLength(1);
  });

  test('prompts for the code of the second factor until it is right', async () => {
    answers = {
      InitiateAuth: [challenge('SOFTWARE_TOKEN_MFA')],
      RespondToAuthChallenge: [rejection('CodeMismatchException'), tokens()],
    };
    const terminal = new FakeTerminal({ typed: ['password', '123 456', '654321'] });
    expect(await terminal.run(...LOGIN)).toBe(0);
    expect(
      calls()
        .slice(1)
        .map(([, json]) => json.ChallengeResponses.SOFTWARE_TOKEN_MFA_CODE),
    ).toEqual(['123456', '654321']);
  });

  test('sets up a second factor where the stage demands one', async () => {
    answers = {
      InitiateAuth: [challenge('MFA_SETUP')],
      AssociateSoftwareToken: [{ json: { SecretCode: 'ABCDEFGH', Session: 'session-2' } }],
      VerifySoftwareToken: [
        rejection('EnableSoftwareTokenMFAException'),
        { json: { Status: 'SUCCESS', Session: 'session-3' } },
      ],
      RespondToAuthChallenge: [tokens()],
    };
    const terminal = new FakeTerminal({ typed: ['password', '111111', '222222'] });
    expect(await terminal.run(...LOGIN)).toBe(0);
    expect(terminal.noted).toContain('otpauth://totp/Switchboard:ann%40example.com?secret=ABCDEFGH&issuer=Switchboard');
    expect(calls().slice(1)).toMatchObject([
      ['AssociateSoftwareToken', { Session: 'session-1' }],
      ['VerifySoftwareToken', { Session: 'session-2', UserCode: '111111' }],
      ['VerifySoftwareToken', { Session: 'session-2', UserCode: '222222' }],
      ['RespondToAuthChallenge', { ChallengeName: 'MFA_SETUP', Session: 'session-3' }],
    ]);
  });

  test.each([
    ['NotAuthorizedException', 'login.rejected'],
    ['ResourceNotFoundException', 'login.client-unknown'],
    ['TooManyRequestsException', 'login.too-often'],
    ['SomethingNewException', 'login.failed'],
  ])('that ends with %s says %s', async (name, code) => {
    // The SDK itself retries throttled requests.
    answers.InitiateAuth = [rejection(name), rejection(name), rejection(name)];
    const terminal = new FakeTerminal({ env: { SWITCHBOARD_PASSWORD: 'secret one' } });
    expect(await terminal.run(...LOGIN, '--json')).toBe(1);
    expect(JSON.parse(terminal.noted).error.code).toBe(code);
    expect(terminal.noted).not.toContain('secret one');
    expect(() => statSync(loginFile(terminal))).toThrow();
  });

  test('gives up on a challenge that it does not know, and on a silent pipe', async () => {
    answers.InitiateAuth = [challenge('WEB_AUTHN')];
    const terminal = new FakeTerminal({ typed: ['password'] });
    expect(await terminal.run(...LOGIN)).toBe(1);
    expect(terminal.noted).toContain('WEB_AUTHN');
    const silent = new FakeTerminal();
    expect(await silent.run(...LOGIN)).toBe(1);
    expect(silent.noted).toContain('Standard input ended without an answer.');
  });
});

describe('a stored login', () => {
  async function loggedIn(lifetimeSeconds: number): Promise<FakeTerminal> {
    const exp = Math.floor(Date.now() / 1000) + lifetimeSeconds;
    answers.InitiateAuth = [tokens({ IdToken: fakeToken({ exp, email: 'ann@example.com' }) })];
    const terminal = new FakeTerminal({ env: { SWITCHBOARD_PASSWORD: 'x' } });
    await terminal.run(...LOGIN);
    return terminal;
  }

  test('is renewed shortly before its token ends, and keeps its refresh token', async () => {
    const terminal = await loggedIn(30);
    answers.InitiateAuth = [tokens({ RefreshToken: undefined })];
    expect(await terminal.run('token')).toBe(0);
    expect(calls()[1]).toEqual([
      'InitiateAuth',
      { AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId: 'client', AuthParameters: { REFRESH_TOKEN: 'refresh-secret' } },
    ]);
    const { stages } = JSON.parse(readFileSync(loginFile(terminal), 'utf8'));
    expect(stages[STAGE].refreshToken).toBe('refresh-secret');
    expect(Date.parse(stages[STAGE].expiresAt)).toBeGreaterThan(Date.now() + 60_000);
  });

  test('that cannot be renewed gives a message with the command for a new one', async () => {
    const terminal = await loggedIn(30);
    answers.InitiateAuth = [rejection('NotAuthorizedException')];
    expect(await terminal.run('whoami')).toBe(1);
    expect(terminal.noted).toContain(`login --password --api ${STAGE} --client-id client`);
  });

  test('is made worthless and forgotten by logout', async () => {
    const terminal = await loggedIn(3600);
    answers.RevokeToken = [{ json: {} }];
    expect(await terminal.run('logout')).toBe(0);
    expect(calls()[1]).toEqual(['RevokeToken', { ClientId: 'client', Token: 'refresh-secret' }]);
    expect(JSON.parse(readFileSync(loginFile(terminal), 'utf8'))).toEqual({ stages: {} });
  });
});

describe('the stage of a command', () => {
  test.each([
    [['login'], /--console/],
    [['login', '--api', STAGE, '--client-id', 'x'], /--console/],
    [['login', '--console', 'crm'], /not the address/],
    [['login', '--console', 'http://crm.example.com'], /not encrypted/],
    [['login', '--password', '--api', STAGE], /--client-id/],
    [['login', '--password', '--client-id', 'x'], /--api/],
    [['login', '--password', '--api', 'https://crm.example.com', '--client-id', 'x'], /--region/],
    [['login', '--password', '--api', 'local', '--client-id', 'x'], /needs no login/],
    [['login', '--api', 'http://127.0.0.1:7070'], /needs no login/],
    [['whoami', '--api', 'http://crm.example.com'], /not encrypted/],
    [['whoami', '--api', 'crm'], /not the address/],
    [['whoami', '--api', STAGE], /not logged in/],
  ])('%j fails with the missing part', async (args, words) => {
    const terminal = new FakeTerminal();
    expect(await terminal.run(...args)).toBe(1);
    expect(terminal.noted).toMatch(words);
  });
});
