import type { Command } from 'commander';
import { asking } from '../asker.ts';
import { CliError, usageError } from '../errors.ts';
import { moment } from '../print/amounts.ts';
import { PROGRAM } from '../program-name.ts';
import { readClaims } from '../session/claims.ts';
import { loginQuestions } from '../session/login-questions.ts';
import { Logins } from '../session/logins.ts';
import { notLoggedIn, openSession } from '../session/session.ts';
import { isOnThisMachine, regionOf, stageAddress } from '../session/stage.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface LoginFlags extends CommonFlags {
  readonly clientId?: string;
  readonly region?: string;
  readonly user?: string;
}

export function addLogin(program: Command, host: Host): void {
  const command = program
    .command('login')
    .description('Log in to a deployed stage. The embedded cloud needs no login.');
  command
    .option('--client-id <id>', 'TerminalClientId among the outputs of the deployment')
    .option('--region <name>', 'where the stage is; its own address says it')
    .option('-u, --user <e-mail>', 'e-mail address of the user (default: a prompt)');
  addExamples(
    addCommonOptions(command),
    [
      `${PROGRAM} login --api https://abc123.execute-api.eu-west-1.amazonaws.com --client-id 4kq...`,
      'ApiUrl and TerminalClientId are outputs of the deployment:',
    ],
    [`SWITCHBOARD_PASSWORD=... ${PROGRAM} login --api URL --client-id ID --user you@example.com`, 'From a script:'],
  );
  command.addHelpText(
    'after',
    '\nThe commands that follow go to this stage, until you log out or name another with --api.',
  );
  command.action((flags: LoginFlags) => logIn(host, flags));
}

async function logIn(host: Host, flags: LoginFlags): Promise<void> {
  const { terminal, printer } = contextOf(host, flags);
  const logins = new Logins(terminal);
  const { api, ...client } = await stageOf(flags, terminal.env, logins);
  const { signIn } = await import('../session/cognito/sign-in.ts');
  const login = await asking(terminal, async (asker) => {
    const user = flags.user ?? (await asker.line('E-mail: ')).trim();
    const password = terminal.env.SWITCHBOARD_PASSWORD ?? (await asker.secret('Password: '));
    return signIn({ ...client, user, password }, loginQuestions(asker, printer));
  });
  await logins.keep(api, login, { makeCurrent: true });
  const { user } = login;
  const { roles } = readClaims(login.idToken);
  printer.result({ api, user, roles }, [`Logged in to ${api} as ${user} (${roles.join(', ') || 'no role yet'}).`]);
}

/** The stage of the flags, completed by an earlier login to it. */
async function stageOf(
  { api: named, clientId, region }: LoginFlags,
  env: Readonly<Record<string, string | undefined>>,
  logins: Logins,
): Promise<{ api: string; clientId: string; region: string }> {
  const text = named ?? (env.SWITCHBOARD_API || undefined) ?? (await logins.current());
  if (text === undefined) throw usageError('Say which stage: --api <ApiUrl of the deployment>.');
  if (text === 'local' || isOnThisMachine(stageAddress(text))) {
    throw new CliError('login.not-needed', 'The embedded cloud on this machine needs no login.');
  }
  const api = stageAddress(text);
  const before = await logins.find(api);
  const client = clientId ?? before?.clientId;
  if (client === undefined) throw usageError('Name the client: --client-id <TerminalClientId of the deployment>.');
  const where = region ?? before?.region ?? regionOf(api);
  if (where === undefined) throw usageError(`${api} does not tell its region: name it with --region, e.g. eu-west-1.`);
  return { api, clientId: client, region: where };
}

export function addLogout(program: Command, host: Host): void {
  const command = program.command('logout').description('Log out of a stage and revoke its tokens.');
  addExamples(addCommonOptions(command), [`${PROGRAM} logout`, 'Log out of the current stage:']);
  command.action(async (flags: CommonFlags) => {
    const { terminal, printer } = contextOf(host, flags);
    const { api, isEmbedded } = await openSession(terminal, flags.api);
    if (isEmbedded) return printer.result({ api: null }, ['You are not logged in.']);
    const logins = new Logins(terminal);
    const before = await logins.find(api);
    if (before === undefined) throw notLoggedIn(api);
    await logins.forget(api);
    const { revoke } = await import('../session/cognito/sign-in.ts');
    await revoke(before);
    printer.result({ api }, [`Logged out of ${api}.`]);
  });
}

export function addToken(program: Command, host: Host): void {
  const command = program
    .command('token')
    .description('Print a token for other programs. It grants your permissions for up to an hour.');
  addExamples(addCommonOptions(command), [
    `curl -H "Authorization: Bearer $(${PROGRAM} token)" "$API/imports?prefix=VOUCIM"`,
    'Call the API with curl:',
  ]);
  command.action(async (flags: CommonFlags) => {
    const { terminal, printer } = contextOf(host, flags);
    const session = await openSession(terminal, flags.api);
    const token = await session.token();
    printer.result({ api: session.api, token }, [token]);
  });
}

export function addWhoami(program: Command, host: Host): void {
  const command = program.command('whoami').description('Show the API and the user of the commands.');
  addExamples(addCommonOptions(command), [`${PROGRAM} whoami`, 'Show the current stage:']);
  command.action(async (flags: CommonFlags) => {
    const { terminal, printer } = contextOf(host, flags);
    const session = await openSession(terminal, flags.api);
    const { user, roles, expiresAt } = await session.claims();
    printer.result({ api: session.api, embedded: session.isEmbedded, user, roles, tokenExpiresAt: expiresAt }, [
      session.isEmbedded ? `The embedded cloud on this machine, ${session.api}` : session.api,
      `as ${user}, ${roles.length === 0 ? 'in no role' : `in the role ${roles.join(', ')}`}`,
      `The token expires ${moment(expiresAt)}, and is then renewed automatically.`,
    ]);
  });
}
