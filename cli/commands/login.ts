import type { Command } from 'commander';
import { ApiClient } from '../api/client.ts';
import { readRoles } from '../api/me.ts';
import { asking } from '../asker.ts';
import { CliError } from '../errors.ts';
import { untilInterrupted } from '../interrupt.ts';
import { moment } from '../print/amounts.ts';
import { PROGRAM } from '../program-name.ts';
import { NO_BROWSER_ADVICE } from '../session/browser/no-browser-advice.ts';
import { signInByBrowser } from '../session/browser/sign-in.ts';
import { loginQuestions } from '../session/login-questions.ts';
import { browserStage, passwordStage, type StageOptions } from '../session/login-stage.ts';
import { type Login, Logins } from '../session/logins.ts';
import { revokeLogin } from '../session/renewal.ts';
import { notLoggedIn, openSession } from '../session/session.ts';
import { addCommonOptions, addExamples, type CommonFlags, type Context, contextOf, type Host } from './host.ts';

interface LoginFlags extends CommonFlags, StageOptions {
  readonly password?: boolean;
  readonly user?: string;
}

/** As long as a code of the sign-in service is valid: a user who needs longer has left. */
const LONGEST_SIGN_IN_MS = 5 * 60_000;

export function addLogin(program: Command, host: Host): void {
  const command = program
    .command('login')
    .description('Log in to a deployed stage, on its sign-in page in the browser. The embedded cloud needs no login.');
  command
    .option('--console <url>', 'ConsoleUrl among the outputs of the deployment')
    .option('--password', 'log in with e-mail and password, on a machine without a browser')
    .option('-u, --user <e-mail>', 'with --password: e-mail address of the user (default: a prompt)')
    .option('--client-id <id>', 'with --password and --api: TerminalClientId among the outputs of the deployment')
    .option('--region <name>', 'with --password and --api: the region, if the address of the API does not contain it');
  addExamples(
    addCommonOptions(command),
    [`${PROGRAM} login --console https://d111111abcdef8.cloudfront.net`, 'ConsoleUrl is an output of the deployment:'],
    [`${PROGRAM} login --console URL --password`, 'On a machine without a browser:'],
    [`SWITCHBOARD_PASSWORD=... ${PROGRAM} login --console URL --user you@example.com`, 'From a script:'],
  );
  command.addHelpText(
    'after',
    `
The browser returns to this machine, to the first free port of five. Later logins
to the same stage need no --console. The commands that follow go to this stage,
until you log out or name another with --api.`,
  );
  command.action((flags: LoginFlags) => logIn(host, flags));
}

async function logIn(host: Host, flags: LoginFlags): Promise<void> {
  const context = contextOf(host, flags);
  const { terminal, printer } = context;
  const logins = new Logins(terminal);
  const byPassword = flags.password || terminal.env.SWITCHBOARD_PASSWORD !== undefined;
  const { api, login } = await (byPassword ? logInByPassword : logInByBrowser)(context, flags, logins);
  await logins.keep(api, login, { makeCurrent: true });
  const { user } = login;
  printer.result({ api, user }, [`Logged in to ${api} as ${user}.`]);
}

interface LoggedIn {
  readonly api: string;
  readonly login: Login;
}

async function logInByBrowser({ terminal, printer }: Context, flags: LoginFlags, logins: Logins): Promise<LoggedIn> {
  const stage = await browserStage(flags, terminal.env, logins);
  const show = async (address: string) => {
    const isOpen = await terminal.openBrowser(address);
    if (isOpen) printer.note('The browser opens the sign-in page. If it does not, open this address:', address);
    else if (printer.json) throw noBrowser();
    else printer.note('Open this address in a browser on this machine:', address, NO_BROWSER_ADVICE);
  };
  const login = await untilInterrupted(
    terminal,
    () => STOPPED,
    (signal) => signInByBrowser(stage, { show, signal, timeoutMs: LONGEST_SIGN_IN_MS }),
  );
  return { api: stage.api, login };
}

const STOPPED = { message: 'Stopped; you are not logged in.', advice: NO_BROWSER_ADVICE };

const noBrowser = (): CliError =>
  new CliError('login.no-browser', 'There is no browser on this machine.', { advice: NO_BROWSER_ADVICE });

async function logInByPassword({ terminal, printer }: Context, flags: LoginFlags, logins: Logins): Promise<LoggedIn> {
  const { api, clientId, region } = await passwordStage(flags, terminal.env, logins);
  const { signIn } = await import('../session/cognito/sign-in.ts');
  const login = await asking(terminal, async (asker) => {
    const user = flags.user ?? (await asker.line('E-mail: ')).trim();
    const password = terminal.env.SWITCHBOARD_PASSWORD ?? (await asker.secret('Password: '));
    return signIn({ clientId, region, user, password }, loginQuestions(asker, printer));
  });
  return { api, login };
}

export function addLogout(program: Command, host: Host): void {
  const command = program.command('logout').description('Log out of a stage and revoke its tokens.');
  addExamples(addCommonOptions(command), [`${PROGRAM} logout`, 'Log out of the current stage:']);
  command.action(async (flags: CommonFlags) => {
    const { terminal, printer } = contextOf(host, flags);
    const { api, isEmbedded } = await openSession(terminal, flags.api);
    const logins = new Logins(terminal);
    const before = await logins.find(api);
    if (before === undefined) {
      if (isEmbedded) return printer.result({ api: null }, ['You are not logged in.']);
      throw notLoggedIn(api);
    }
    await logins.forget(api);
    await revokeLogin(before);
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
    const { user, expiresAt } = await session.claims();
    const roles = await readRoles(new ApiClient(session));
    printer.result({ api: session.api, embedded: session.isEmbedded, user, roles, tokenExpiresAt: expiresAt }, [
      session.isEmbedded ? `The embedded cloud on this machine, ${session.api}` : session.api,
      `as ${user}, ${roles.length === 0 ? 'in no role' : `in the role ${roles.join(', ')}`}`,
      `The token expires ${moment(expiresAt)}, and is then renewed automatically.`,
    ]);
  });
}
