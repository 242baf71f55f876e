import { type Command, Option } from 'commander';
import { findGroup } from '../api/grants.ts';
import { type Act, actOn, getRights, getUser, listUsers } from '../api/users.ts';
import { rightsLines, userLines, userListLines } from '../print/user-lines.ts';
import { PROGRAM } from '../program-name.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';
import { addInvite } from './invite-users.ts';
import { addGive, addTake } from './user-roles.ts';

interface ListFlags extends CommonFlags {
  readonly filter?: string;
  readonly status?: string;
  readonly group?: string;
}

export function addUsers(program: Command, host: Host): void {
  const group = program
    .command('users')
    .description('Manage users and their roles. A user is named by username, e-mail address or id.');
  const verb = (usage: string, description: string) => addCommonOptions(group.command(usage).description(description));
  addList(verb('list', 'List the users.'), host);
  addRights(verb('rights <user>', 'Show what a user may do, and which role gives it.'), host);
  addInvite(
    verb('invite [users...]', 'Let users sign in, also again. Sends an invitation where the stage does.'),
    host,
  );
  addAct(
    verb('disable <user>', 'Take all rights from a user, who keeps the roles, and end their sessions.'),
    host,
    'disable',
  );
  addAct(verb('enable <user>', 'Give a disabled user the rights back.'), host, 'enable');
  addAct(verb('reset <user>', 'Send a code with which the user chooses another password.'), host, 'password-reset');
  addGive(verb('give <user> <role>', 'Give a user a role, for all accounts or for further ones.'), host);
  addTake(verb('take <user> <role>', 'Take a role from a user, or for some accounts.'), host);
}

function addList(command: Command, host: Host): void {
  command
    .option('--filter <text>', 'only users whose name, username, e-mail address or CRM Id contains it')
    .addOption(new Option('--status <status>', 'only users with this status').choices(['active', 'disabled']))
    .option('--group <name>', 'only users of this group or team');
  addExamples(
    command,
    [`${PROGRAM} users list --status disabled`, 'The disabled users:'],
    [`${PROGRAM} users list --group "City breaks" --json`, 'The users of a group, for a script:'],
  );
  command.action(async ({ filter, status, group, ...flags }: ListFlags) => {
    const { printer, open } = contextOf(host, flags);
    const api = await open();
    const groupId = group === undefined ? undefined : (await findGroup(api, group)).id;
    const items = await listUsers(api, { text: filter, status, group: groupId });
    printer.result({ items }, userListLines(items, printer.width));
  });
}

function addRights(command: Command, host: Host): void {
  addExamples(
    command,
    [`${PROGRAM} users rights ann.example`, 'What a user may do:'],
    [`${PROGRAM} users rights ann@example.com --json`, 'For a script:'],
  );
  command.action(async (named: string, flags: CommonFlags) => {
    const { printer, open } = contextOf(host, flags);
    const api = await open();
    const user = await getUser(api, named);
    const rights = await getRights(api, user);
    printer.result(rights, rightsLines(user, rights, printer.width));
  });
}

/** What an act is good for, in the examples of its help. */
const ACT_EXAMPLES: Readonly<Record<Exclude<Act, 'invitation'>, readonly [verb: string, purpose: string]>> = {
  disable: ['disable', 'A user who has left:'],
  enable: ['enable', 'A user who is back, with the same roles:'],
  'password-reset': ['reset', 'A user who has forgotten the password:'],
};

function addAct(command: Command, host: Host, act: keyof typeof ACT_EXAMPLES): void {
  const [verb, purpose] = ACT_EXAMPLES[act];
  addExamples(command, [`${PROGRAM} users ${verb} ann.example`, purpose]);
  command.action(async (named: string, flags: CommonFlags) => {
    const { printer, open } = contextOf(host, flags);
    const api = await open();
    const user = await actOn(api, await getUser(api, named), act);
    printer.result(user, userLines(user));
  });
}
