import { dirname, relative, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type Proposal, proposeTable, publishProposal } from '../api/proposals.ts';
import { editable, writeEdited } from '../options/edited-proposal.ts';
import { addReadingOptions, type ImportFlags, optionsOf } from '../options/import-options.ts';
import { parsePrefix } from '../options/table.ts';
import { importCommand, proposalLines } from '../print/proposal-lines.ts';
import { shellWord } from '../print/shell-word.ts';
import { PROGRAM } from '../program-name.ts';
import { keyOf, sourceOf } from '../upload/named-file.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface Flags extends CommonFlags, ImportFlags {
  readonly account: string;
  readonly country: string;
  readonly prefix?: string;
  readonly accept?: boolean;
  readonly out?: string;
}

const NOTHING_CREATED = 'Nothing was created. Create it with --accept.';

export function addProposeTable(tables: Command, host: Host): void {
  const command = tables
    .command('propose <file>')
    .description('Propose a CRM table for the customers in a CSV file, and create it with --accept.')
    .requiredOption('-a, --account <prefix>', 'account of the CRM table', parseAccount)
    .requiredOption('--country <code>', 'country of telephone numbers without a country code, e.g. GB', parseCountry)
    .option('--prefix <prefix>', 'prefix of the CRM table (default: from the name of the file)', parsePrefix)
    .option('--accept', 'create the proposed CRM table and publish it')
    .option('--out <json>', 'write the proposal to a file, to change it and create the table with "tables accept"');
  addCommonOptions(addReadingOptions(command));
  addExamples(
    command,
    [`${PROGRAM} tables propose members.csv -a BRI --country GB`, 'Show the proposal; the first 64 KB are sent:'],
    [`${PROGRAM} tables propose members.csv -a BRI --country GB --accept`, 'Create and publish the CRM table:'],
    [`${PROGRAM} tables propose members.csv -a BRI --country GB --json`, 'For a program:'],
  );
  // `tables` itself also has --json and --api, and takes them wherever they are typed.
  command.action((named: string, _: Flags, own: Command) => propose(host, named, own.optsWithGlobals<Flags>()));
}

async function propose(host: Host, named: string, flags: Flags): Promise<void> {
  const { terminal, printer, open } = contextOf(host, flags);
  const source = await sourceOf(named, terminal.cwd);
  const request = {
    ...source,
    fileName: named.split(/[\\/]/).at(-1) ?? named,
    defaultCountry: flags.country,
    options: optionsOf(flags),
  };
  const api = await open();
  const found = await proposeTable(api, flags.account, request);
  const proposal: Proposal = { ...found, prefix: flags.prefix ?? found.prefix };
  if (flags.accept) await publishProposal(api, flags.account, proposal);
  if (flags.out !== undefined) await writeOut(named, flags, proposal, terminal.cwd, flags.out);
  const isHere = source.key === undefined;
  const next = [
    ...(flags.accept ? [`Published CRM table ${proposal.prefix}.`] : [NOTHING_CREATED]),
    ...(flags.out === undefined
      ? []
      : ['Change the proposal, then create the table:', `  ${PROGRAM} tables accept ${shellWord(flags.out)}`]),
    ...(flags.accept && isHere ? ['Import the file:', `  ${importCommand(proposal, named)}`] : []),
  ];
  printer.result(proposal, [...proposalLines(proposal, printer.width), '', ...next]);
}

/** The file of the customers is named as seen from the file of the proposal. */
function writeOut(named: string, flags: Flags, proposal: Proposal, cwd: string, out: string): Promise<void> {
  const path = resolve(cwd, out);
  const file = keyOf(named) ?? relative(dirname(path), resolve(cwd, named));
  const { account, country } = flags;
  return writeEdited(path, editable(proposal, { file, account, country, options: optionsOf(flags) }));
}

function parseAccount(text: string): string {
  if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase();
  throw new InvalidArgumentError('An account prefix has three letters, for example BRI.');
}

function parseCountry(text: string): string {
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
  throw new InvalidArgumentError('A country has two letters, for example GB.');
}
