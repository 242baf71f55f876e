import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { caseHint, inviteAll, isAlike, isNamed, listUsers, type User } from '../api/users.ts';
import { CliError, EXIT, usageError } from '../errors.ts';
import { codeOf } from '../fault.ts';
import { counted } from '../print/amounts.ts';
import { printable } from '../print/printable.ts';
import { PROGRAM } from '../program-name.ts';
import { addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface Flags extends CommonFlags {
  readonly fromFile?: string;
}

/** A user who is not invited, under the name that was given. */
interface NotInvited {
  readonly user: string;
  readonly code: string;
  readonly detail: string;
}

export function addInvite(command: Command, host: Host): void {
  command.option('--from-file <file>', 'further users, one on each line: e-mail addresses, usernames or ids');
  addExamples(
    command,
    [`${PROGRAM} users invite ann@example.com`, 'One user:'],
    [`${PROGRAM} users invite --from-file addresses.txt`, 'All users of a file, at most 20 a second:'],
  );
  command.action(async (given: string[], { fromFile, ...flags }: Flags) => {
    const { terminal, printer, open } = contextOf(host, flags);
    const names = [...given, ...(fromFile === undefined ? [] : await namesIn(resolve(terminal.cwd, fromFile)))];
    if (names.length === 0) throw usageError('Name users, or a file with --from-file.');
    const api = await open();
    const { users, unknown } = resolveUsers(await listUsers(api), names);
    const { accepted, rejected } = await inviteAll(api, users);
    const nameOf = (userId: string) => users.find(({ id }) => id === userId)?.username ?? userId;
    const notInvited = [
      ...unknown,
      ...rejected.map(({ userId, code, detail }) => ({ user: nameOf(userId), code, detail })),
    ];
    printer.result({ accepted, notInvited }, [
      `Invited ${counted(accepted.length, 'user')}.`,
      ...notInvited.map(({ user, detail }) => `Not invited: ${printable(user)}: ${printable(detail)}`),
    ]);
    if (notInvited.length > 0) host.finish(accepted.length > 0 ? EXIT.doneWithFailures : EXIT.failed);
  });
}

/** @throws CliError if the file does not exist */
async function namesIn(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? new CliError('file.missing', `The file ${path} does not exist.`) : error;
  });
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function resolveUsers(all: readonly User[], names: readonly string[]) {
  const users = new Set<User>();
  const unknown: NotInvited[] = [];
  for (const name of names) {
    const user = all.find((each) => isNamed(each, name));
    if (user) users.add(user);
    else unknown.push({ user: name, code: 'user.not-found', detail: unknownDetail(all, name) });
  }
  return { users: [...users], unknown };
}

function unknownDetail(all: readonly User[], name: string): string {
  const alike = all.find((user) => isAlike(user, name));
  return `There is no such user.${alike ? caseHint(alike) : ''}`;
}
