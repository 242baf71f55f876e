import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeApi, fakeToken, type Heard } from './fake-api.ts';
import { FakeTerminal } from './fake-terminal.ts';

type Reply = Awaited<ReturnType<ConstructorParameters<typeof FakeApi>[0]>>;

export interface Embedded extends AsyncDisposable {
  readonly api: FakeApi;
  readonly terminal: FakeTerminal;
}

/** A terminal that finds a fake of the embedded cloud in its data directory. */
export async function embedded(
  reply: (heard: Heard, api: FakeApi) => Reply | Promise<Reply>,
  requested: ConstructorParameters<typeof FakeTerminal>[0] = {},
): Promise<Embedded> {
  const api = await new FakeApi((heard, self) =>
    heard.path === '/token'
      ? { json: { access_token: fakeToken({ username: 'brigitte-keller' }) } }
      : reply(heard, self),
  ).listen();
  const terminal = new FakeTerminal(requested);
  const dataDir = join(terminal.cwd, 'data');
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'endpoints.json'), JSON.stringify({ api: api.url, issuer: api.url, s3: 'elsewhere' }));
  terminal.env.SWITCHBOARD_DATA_DIR = dataDir;
  return { api, terminal, [Symbol.asyncDispose]: () => api.close() };
}
