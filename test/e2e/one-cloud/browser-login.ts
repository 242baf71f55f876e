import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { FakeTerminal } from '../../unit/cli/support/fake-terminal.ts';
import { cloud } from './cloud.ts';

/** A browser whose user chooses a person on the sign-in page of the embedded cloud. Returns the last page. */
async function chooseIn(address: string, userId: string): Promise<string> {
  const page = await fetch(address);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(`value="${userId}"`)]);
  const chosen = await fetch(address, {
    method: 'POST',
    headers: { origin: new URL(address).origin },
    body: new URLSearchParams({ user: userId }),
    redirect: 'manual',
  });
  const callback = await fetch(chosen.headers.get('location') ?? '');
  return callback.text();
}

test('the terminal signs in on the page of the sign-in service, and acts as the user', async () => {
  const { api, issuer, console } = cloud.cloud.endpoints;
  let lastPage: Promise<string> | undefined;
  const terminal = new FakeTerminal({
    browser: (address) => {
      lastPage = chooseIn(address, 'samuel-okoro');
    },
  });
  terminal.env.SWITCHBOARD_DATA_DIR = terminal.cwd;
  await writeFile(join(terminal.cwd, 'endpoints.json'), JSON.stringify({ api, issuer }));
  const run = async (...args: string[]) => {
    const before = terminal.printed.length;
    const exit = await terminal.run(...args, '--json');
    return [exit, JSON.parse(terminal.printed.slice(before) || '{}')];
  };

  const samuel = { user: 'samuel.okoro@example.com' };
  expect(await run('login', '--console', console)).toEqual([0, { api, ...samuel }]);
  expect(await lastPage).toContain('You can close this window.');
  expect(await run('whoami')).toEqual([
    0,
    expect.objectContaining({ api, embedded: true, ...samuel, roles: ['Supervisor'] }),
  ]);
  const [, { token }] = await run('token');
  const me = await fetch(`${api}/me`, { headers: { authorization: `Bearer ${token}` } });
  expect(await me.json()).toMatchObject({
    userId: 'samuel-okoro',
    roles: [expect.objectContaining({ role: 'supervisor' })],
  });

  expect(await run('logout')).toEqual([0, { api }]);
  expect(await run('whoami')).toEqual([
    0,
    expect.objectContaining({ api, user: 'brigitte-keller', roles: ['Administrator'] }),
  ]);
});
