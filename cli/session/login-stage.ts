import { CliError, usageError } from '../errors.ts';
import { PROGRAM } from '../program-name.ts';
import type { Terminal } from '../terminal.ts';
import { isBrowserLogin, type Logins } from './logins.ts';
import { isOnThisMachine, regionOf, stageAddress } from './stage.ts';
import { readStageConfig, type StageConfig } from './stage-config.ts';

/** The options of `login` that name a stage. */
export interface StageOptions {
  readonly console?: string;
  readonly api?: string;
  readonly clientId?: string;
  readonly region?: string;
}

/** Where a password is sent. */
export interface PasswordStage {
  readonly api: string;
  readonly clientId: string;
  readonly region: string;
}

type Env = Terminal['env'];

/** The stage of a login in the browser: by the address of its console, now or at an earlier login. @throws CliError */
export async function browserStage(options: StageOptions, env: Env, logins: Logins): Promise<StageConfig> {
  if (options.console !== undefined) return readStageConfig(options.console);
  const api = await namedApi(options, env, logins);
  const before = api === undefined ? undefined : await logins.find(api);
  if (before && isBrowserLogin(before)) return readStageConfig(before.console);
  throw usageError(
    'Name the stage: --console <ConsoleUrl of the deployment>.',
    `On a machine without a browser: ${PROGRAM} login --password --help`,
  );
}

/** The stage of a login with a password. @throws CliError */
export async function passwordStage(options: StageOptions, env: Env, logins: Logins): Promise<PasswordStage> {
  if (options.console !== undefined) {
    const stage = await readStageConfig(options.console);
    if (isOnThisMachine(stage.api)) throw notNeeded();
    return stage;
  }
  const api = await namedApi(options, env, logins);
  if (api === undefined) throw usageError('Name the stage: --api <ApiUrl of the deployment>, or --console.');
  const before = await logins.find(api);
  const clientId = options.clientId ?? before?.clientId;
  if (clientId === undefined) throw usageError('Name the client: --client-id <TerminalClientId of the deployment>.');
  const known = before && !isBrowserLogin(before) ? before.region : undefined;
  const region = options.region ?? known ?? regionOf(api);
  if (region !== undefined) return { api, clientId, region };
  throw usageError(`${api} does not contain its region: name it with --region, e.g. eu-west-1.`);
}

/** The API that the options or the environment name, else that of the last login. */
async function namedApi({ api }: StageOptions, env: Env, logins: Logins): Promise<string | undefined> {
  const text = api ?? (env.SWITCHBOARD_API || undefined) ?? (await logins.current());
  if (text === undefined) return undefined;
  if (text === 'local') throw notNeeded();
  const address = stageAddress(text);
  if (isOnThisMachine(address) && (await logins.find(address)) === undefined) throw notNeeded();
  return address;
}

const notNeeded = (): CliError =>
  new CliError('login.not-needed', 'The embedded cloud on this machine needs no login, and accepts no password.', {
    advice: `To use it as one of its users, log in in the browser: ${PROGRAM} login --console <address that npm start prints>`,
  });
