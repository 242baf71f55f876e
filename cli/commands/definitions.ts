import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import * as z from 'zod';
import {
  createDefinition,
  type DefinitionInput,
  deleteDefinition,
  findDefinition,
  getDefinition,
  listDefinitions,
  MappingSchema,
  OptionsSchema,
  updateDefinition,
} from '../api/definitions.ts';
import { parseJson } from '../disk/private-file.ts';
import { CliError, usageError } from '../errors.ts';
import { codeOf } from '../fault.ts';
import { addImportOptions, type ImportFlags, optionsOf } from '../options/import-options.ts';
import { tableOption } from '../options/table.ts';
import { definitionLines, definitionListLines } from '../print/definition-lines.ts';
import { printable } from '../print/printable.ts';
import { PROGRAM } from '../program-name.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface Flags extends CommonFlags {
  readonly table: string;
}

interface SaveFlags extends Flags, ImportFlags {
  readonly fromFile?: string;
  readonly default?: boolean;
}

/** The members of a file with a definition; the API validates the details. */
const DefinitionFileSchema = z.looseObject({
  options: OptionsSchema.default({}),
  mapping: MappingSchema.default([]),
  isDefault: z.boolean().optional(),
});

export function addDefinitions(program: Command, host: Host): void {
  const group = program.command('definitions').description('Manage import definitions: saved options and mappings.');
  const verb = (usage: string, description: string) =>
    addCommonOptions(group.command(usage).description(description).addOption(tableOption().makeOptionMandatory()));
  addList(verb('list', 'List them.'), host);
  addShow(verb('show <name>', 'Show a definition, with warnings about later changes to the CRM table.'), host);
  addSave(verb('save <name>', 'Save a definition, or update the one with this name.'), host);
  addDefault(verb('default <name>', 'Make a definition the default of its CRM table.'), host);
  addDelete(verb('delete <name>', 'Delete one.'), host);
}

function addList(command: Command, host: Host): void {
  addExamples(command, [`${PROGRAM} definitions list -t VOUCIM`, 'The definitions of a CRM table:']);
  command.action(async ({ table, ...flags }: Flags) => {
    const { printer, open } = contextOf(host, flags);
    const items = await listDefinitions(await open(), table);
    printer.result({ items }, definitionListLines(items, printer.width));
  });
}

function addShow(command: Command, host: Host): void {
  addExamples(
    command,
    [`${PROGRAM} definitions show "Nightly file" -t VOUCIM`, 'Options, mapping and warnings:'],
    [
      `${PROGRAM} definitions show "Nightly file" -t VOUCIM --json > nightly.json`,
      'As a file that "save --from-file" reads:',
    ],
  );
  command.action(async (name: string, { table, ...flags }: Flags) => {
    const { printer, open } = contextOf(host, flags);
    const { body } = await getDefinition(await open(), table, name);
    printer.result(body, definitionLines(body));
  });
}

function addDefault(command: Command, host: Host): void {
  addExamples(command, [
    `${PROGRAM} definitions default "Nightly file" -t VOUCIM`,
    'For uploads that name no definition:',
  ]);
  command.action(async (name: string, { table, ...flags }: Flags) => {
    const { printer, open } = contextOf(host, flags);
    const api = await open();
    const before = await getDefinition(api, table, name);
    const changed = await updateDefinition(api, before, { ...inputOf(before.body), isDefault: true });
    printer.result(changed, [`Uploads into ${table} that name no definition now use ${printable(changed.name)}.`]);
  });
}

function addDelete(command: Command, host: Host): void {
  addExamples(command, [
    `${PROGRAM} definitions delete "Nightly file" -t VOUCIM`,
    'A definition that is no longer used:',
  ]);
  command.action(async (name: string, { table, ...flags }: Flags) => {
    const { printer, open } = contextOf(host, flags);
    const api = await open();
    const before = await getDefinition(api, table, name);
    await deleteDefinition(api, before);
    printer.result({ deleted: before.body.definitionId }, [`Deleted ${printable(before.body.name)}.`]);
  });
}

function addSave(command: Command, host: Host): void {
  addImportOptions(command)
    .option('--from-file <json>', 'read options and mapping from a file in the format of "show --json"')
    .option('--default', 'make it the default of its CRM table');
  addExamples(
    command,
    [
      `${PROGRAM} definitions save "Nightly file" -t VOUCIM --delimiter semicolon --map "Post code=P018"`,
      'For files with semicolons and a column with another name:',
    ],
    [
      `${PROGRAM} definitions save "Nightly file" -t VOUCIM --from-file nightly.json`,
      'With replacements and defaults, from a JSON file:',
    ],
    [`${PROGRAM} import night.csv -t VOUCIM --definition "Nightly file"`, 'Import with it:'],
  );
  command.action(async (name: string, flags: SaveFlags) => {
    const { terminal, printer, open } = contextOf(host, flags);
    const given = await readGiven(flags, terminal.cwd);
    const api = await open();
    const before = await findDefinition(api, flags.table, name);
    const isDefault = flags.default ?? given.isDefault ?? before?.body.isDefault ?? false;
    const input: DefinitionInput = {
      name: before?.body.name ?? name,
      options: given.options,
      mapping: given.mapping,
      isDefault,
    };
    const saved =
      before === undefined
        ? await createDefinition(api, flags.table, input)
        : await updateDefinition(api, before, input);
    printer.result(saved, ['Saved:', ...definitionLines(saved)]);
  });
}

type Given = Pick<DefinitionInput, 'options' | 'mapping'> & { readonly isDefault?: boolean | undefined };

async function readGiven(flags: SaveFlags, cwd: string): Promise<Given> {
  const options = optionsOf(flags);
  const mapping = [...(flags.map ?? [])];
  if (flags.fromFile === undefined) return { options, mapping };
  if (Object.keys(options).length > 0 || mapping.length > 0) {
    throw usageError('--from-file cannot be combined with options or --map: the file contains them.');
  }
  const path = resolve(cwd, flags.fromFile);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? new CliError('file.missing', `The file ${path} does not exist.`) : error;
  });
  const parsed = DefinitionFileSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new CliError('definition.file-invalid', `${path} is not a definition in JSON.`, {
    advice: 'Example: {"options": {"delimiter": "semicolon"}, "mapping": [{"column": "Post code", "field": "P018"}]}',
  });
}

function inputOf({ name, options, mapping, isDefault }: DefinitionInput): DefinitionInput {
  return { name, options, mapping, isDefault };
}
