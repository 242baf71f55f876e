import { type Command, InvalidArgumentError } from 'commander';
import { requireAccounts } from '../api/accounts.ts';
import type { ApiClient } from '../api/client.ts';
import { changeGrants, findRole, hasForAllAccounts, type Scope, withoutRole, withRole } from '../api/grants.ts';
import { getUser } from '../api/users.ts';
import { usageError } from '../errors.ts';
import { printable } from '../print/printable.ts';
import { scopeText } from '../print/user-lines.ts';
import { PROGRAM } from '../program-name.ts';
import { addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface Flags extends CommonFlags {
  readonly accounts?: string[];
  readonly allAccounts?: boolean;
}

/** `bri,oth` as `BRI` and `OTH`. */
function parsePrefixes(text: string): string[] {
  const prefixes = text.split(',').map((prefix) => prefix.trim().toUpperCase());
  if (prefixes.every((prefix) => /^[A-Z]{3}$/.test(prefix))) return prefixes;
  throw new InvalidArgumentError('Prefixes of accounts have three letters, for example BRI,OTH.');
}

export function addGive(command: Command, host: Host): void {
  command
    .option('--accounts <prefixes>', 'for these accounts, for example BRI,OTH', parsePrefixes)
    .option('--all-accounts', 'for all accounts, later ones too');
  addExamples(command, [`${PROGRAM} users give ann.example agent --accounts BRI,OTH`, 'An agent of two accounts:']);
  command.action(async (named: string, role: string, { accounts, allAccounts, ...flags }: Flags) => {
    if ((accounts === undefined) === (allAccounts === undefined))
      throw usageError('Give either --accounts or --all-accounts.');
    await changeRole(host, flags, named, role, async (grants, roleId, api) => {
      // Grants for all accounts absorb single ones, so the API does not see the names.
      if (accounts && hasForAllAccounts(grants, roleId)) await requireAccounts(api, accounts);
      return withRole(grants, roleId, accounts ?? 'all');
    });
  });
}

export function addTake(command: Command, host: Host): void {
  command.option('--accounts <prefixes>', 'for these accounts alone, for example BRI,OTH', parsePrefixes);
  addExamples(
    command,
    [`${PROGRAM} users take ann.example agent`, 'The role with all its accounts:'],
    [`${PROGRAM} users take ann.example agent --accounts OTH`, 'For one account:'],
  );
  command.action(async (named: string, role: string, { accounts, ...flags }: Flags) => {
    await changeRole(host, flags, named, role, (grants, roleId) => withoutRole(grants, roleId, accounts ?? 'all'));
  });
}

type Grants = Awaited<ReturnType<typeof changeGrants>>;

async function changeRole(
  host: Host,
  flags: CommonFlags,
  named: string,
  roleName: string,
  change: (grants: Readonly<Grants>, roleId: string, api: ApiClient) => Grants | Promise<Grants>,
): Promise<void> {
  const { printer, open } = contextOf(host, flags);
  const api = await open();
  const [user, role] = await Promise.all([getUser(api, named), findRole(api, roleName)]);
  const grants = await changeGrants(api, user, (before) => change(before, role.id, api));
  const now: Scope | undefined = grants.find(({ roleId }) => roleId === role.id)?.accounts;
  const [name, roleText] = [printable(user.fullName), printable(role.name)];
  const line =
    now === undefined
      ? `${name} no longer has the role ${roleText}.`
      : `${name} has the role ${roleText} for ${scopeText(now)}.`;
  printer.result({ userId: user.id, grants }, [line]);
}
