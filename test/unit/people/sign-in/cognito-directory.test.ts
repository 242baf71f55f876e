import { join } from 'node:path';
import { CognitoIdentityProviderClient, ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CognitoDirectory } from '../../../../functions/people/cognito/cognito-directory.ts';
import { systemClock } from '../../../../functions/shared/domain/clock.ts';
import { answerCognito } from '../../../../local/cognito/answer-cognito.ts';
import { UserDirectory } from '../../../../local/cognito/user-directory.ts';
import { type RunningServer, serve } from '../../../../local/http/server.ts';
import { temporaryFolder } from '../../../support/local/function-fixture.ts';

const keyPair = { accessKeyId: 'LOCAL', secretAccessKey: 'secret' };
const POOL = { id: 'us-east-1_pool', issuer: 'https://issuer', customAttributes: ['custom:crm_username'], clients: [] };
const ANN = { email: 'ann@example.com', username: 'Ann', fullName: 'Ann Example' };

let server: RunningServer;
let client: CognitoIdentityProviderClient;
let users: UserDirectory;
let file: string;
beforeAll(async () => {
  server = await serve('Cognito', 0, (request, response) => answerCognito(request, response, users, keyPair));
  client = new CognitoIdentityProviderClient({ endpoint: server.url, region: 'us-east-1', credentials: keyPair });
});
afterAll(() => server.close());
beforeEach(() => {
  file = join(temporaryFolder(), 'users.jsonl');
  users = new UserDirectory(file, POOL, systemClock);
});

const directoryOf = (sendsInvitations: boolean, userPoolId = POOL.id) =>
  new CognitoDirectory(client, { userPoolId, sendsInvitations });

describe('a user of the pool', () => {
  let directory: CognitoDirectory;
  beforeAll(() => {
    directory = directoryOf(true);
  });

  test('is invited, changed, disabled, enabled, reset and removed', async () => {
    expect(await directory.find('u1')).toBeUndefined();
    await directory.invite('u1', ANN, undefined);
    expect(await directory.find('u1')).toEqual({ ...ANN, isEnabled: true, awaitsPassword: true });
    const ann = { ...ANN, username: 'ann', email: 'other@example.com' };
    await directory.update('u1', ann);
    await directory.setEnabled('u1', false);
    expect(await directory.find('u1')).toEqual({ ...ann, isEnabled: false, awaitsPassword: true });
    await directory.setEnabled('u1', true);
    users.change('u1', { status: 'CONFIRMED' });
    await directory.resetPassword('u1');
    expect(users.get('u1')).toMatchObject({ status: 'RESET_REQUIRED', isEnabled: true });
    await directory.signOut('u1');
    expect(users.get('u1').signedOutAt).toEqual(expect.any(Number));
    await directory.remove('u1');
    expect(await directory.find('u1')).toBeUndefined();
  });

  test('is invited again until they have chosen a password, and then without effect', async () => {
    await directory.invite('u1', ANN, undefined);
    const account = await directory.find('u1');
    await directory.invite('u1', ANN, account);
    users.change('u1', { status: 'CONFIRMED' });
    await expect(directory.invite('u1', ANN, account)).resolves.toBeUndefined();
  });

  test('chooses a password by themselves where the installation sends no invitations', async () => {
    const silent = directoryOf(false);
    await silent.invite('u1', ANN, undefined);
    expect(await silent.find('u1')).toMatchObject({ awaitsPassword: false });
    await directory.invite('u2', { ...ANN, email: 'u2@example.com' }, undefined);
    await silent.invite('u2', ANN, await silent.find('u2'));
    expect(users.get('u2').status).toBe('CONFIRMED');
  });

  test('has no e-mail address of another, in any case of letters', async () => {
    await directory.invite('u1', ANN, undefined);
    const taken = { reason: 'email-in-use' };
    await expect(directory.invite('u2', { ...ANN, email: 'ANN@example.com' }, undefined)).rejects.toMatchObject(taken);
    await directory.invite('u2', { ...ANN, email: 'u2@example.com' }, undefined);
    await expect(directory.update('u2', ANN)).rejects.toMatchObject(taken);
  });

  test('is still there after a restart', async () => {
    await directory.invite('u1', ANN, undefined);
    await directory.setEnabled('u1', false);
    users = new UserDirectory(file, POOL, systemClock);
    expect(await directory.find('U1')).toEqual({ ...ANN, isEnabled: false, awaitsPassword: true });
  });

  test('that does not exist is nothing to act on', async () => {
    await directory.update('gone', ANN);
    await directory.setEnabled('gone', false);
    await directory.signOut('gone');
    await directory.resetPassword('gone');
    await directory.remove('gone');
    expect(users.list()).toEqual([]);
  });
});

describe('the Cognito API of the embedded cloud', () => {
  test('knows one pool, its attributes, and the operations that are called', async () => {
    await expect(directoryOf(true, 'other').find('u1')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(client.send(new ListUsersCommand({ UserPoolId: POOL.id }))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    });
    expect(() => users.create('u1', { email: 'a@example.com', 'custom:x': 'y' })).toThrow('custom:x');
    expect(() => users.create('a@example.com', { email: 'a@example.com' })).toThrow('email format');
    expect(() => users.create('u1', {})).toThrow('email: required');
  });

  test('rejects a request that its key pair did not sign', async () => {
    const credentials = { ...keyPair, secretAccessKey: 'other' };
    const stranger = new CognitoIdentityProviderClient({ endpoint: server.url, region: 'us-east-1', credentials });
    const directory = new CognitoDirectory(stranger, { userPoolId: POOL.id, sendsInvitations: true });
    await expect(directory.find('u1')).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  });
});
