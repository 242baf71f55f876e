import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Proposal, proposeTable, publishProposal } from '../api/proposals.ts';
import { CliError } from '../errors.ts';
import { choicesIn, readEdited } from '../options/edited-proposal.ts';
import { importCommand, proposalLines } from '../print/proposal-lines.ts';
import { PROGRAM } from '../program-name.ts';
import { sourceOf } from '../upload/named-file.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface Flags extends CommonFlags {
  readonly allowRejections?: boolean;
}

/** Warnings of the API about choices with which records of the file would be rejected. */
const REJECTIONS = ['value.rejected', 'customer-id.rejects-records'];

export function addAcceptTable(tables: Command, host: Host): void {
  const command = tables
    .command('accept <proposal>')
    .description('Create and publish the CRM table of a proposal that you have changed.')
    .option('--allow-rejections', 'also if an import would reject records that were read');
  addCommonOptions(command);
  addExamples(
    command,
    [`${PROGRAM} tables propose members.csv -a BRI --country GB --out proposal.json`, 'Write the proposal to a file:'],
    [`${PROGRAM} tables accept proposal.json`, 'Change it there, then create and publish the CRM table:'],
  );
  command.action((path: string, _: Flags, own: Command) => accept(host, path, own.optsWithGlobals<Flags>()));
}

async function accept(host: Host, path: string, flags: Flags): Promise<void> {
  const { terminal, printer, open } = contextOf(host, flags);
  const whole = resolve(terminal.cwd, path);
  const edited = await readEdited(whole);
  const { file, account, country: defaultCountry, options, prefix, name } = edited;
  const fileName = file.split(/[\\/]/).at(-1) ?? file;
  const request = { ...(await sourceOf(file, dirname(whole))), fileName, defaultCountry, options };
  const api = await open();
  const choices = choicesIn(edited, await proposeTable(api, account, request));
  const found = await proposeTable(api, account, { ...request, choices });
  const proposal: Proposal = { ...found, prefix, draft: { ...found.draft, name } };
  if (found.recordsRejected > 0 && !flags.allowRejections) {
    const reasons = found.warnings.filter(({ code }) => REJECTIONS.includes(code)).map(({ detail }) => detail);
    const count = `An import rejects ${found.recordsRejected} of the ${found.recordsRead} records that were read.`;
    throw new CliError('proposal.rejects-records', `${[count, ...reasons].join(' ')} Nothing was created.`, {
      advice: `Change ${path}, or repeat the command with --allow-rejections.`,
    });
  }
  await publishProposal(api, account, proposal);
  const next = [`Published CRM table ${prefix}.`, 'Import the file:', `  ${importCommand(proposal, file)}`];
  printer.result(proposal, [...proposalLines(proposal, printer.width), '', ...next]);
}
