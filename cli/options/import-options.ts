import { type Command, Option } from 'commander';
import { type MappedColumn, parseFieldCodes, parseMapping } from './mapping.ts';
import { parseLineCount } from './numbers.ts';

/** The values of the options that `addImportOptions` adds. */
export interface ImportFlags {
  readonly delimiter?: string;
  readonly header?: 'yes' | 'no';
  readonly skipLines?: number;
  readonly encoding?: string;
  readonly compression?: string;
  readonly customerId?: string;
  readonly duplicates?: string;
  readonly blank?: string;
  readonly mode?: string;
  readonly dryRun?: boolean;
  readonly strictFields?: readonly string[];
  readonly consistentRead?: boolean;
  readonly unwrapFormulas?: boolean;
  readonly map?: readonly MappedColumn[];
}

const choice = (flags: string, description: string, choices: readonly string[]): Option =>
  new Option(flags, description).choices(choices);

/** Adds the options for reading and importing a file; without an option its value is detected or has its default. */
export function addImportOptions(command: Command): Command {
  return command
    .option('--delimiter <character>', 'comma, tab, semicolon, pipe or one character; detected without it')
    .addOption(
      choice('--header <yes|no>', 'whether the first line is a header row; detected without it', ['yes', 'no']),
    )
    .option('--skip-lines <count>', 'lines above the header row to leave out; found without it', parseLineCount)
    .addOption(choice('--encoding <name>', 'detected without it', ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']))
    .addOption(choice('--compression <name>', 'detected without it', ['none', 'gzip']))
    .addOption(
      choice('--customer-id <where>', 'none: the file has no Customer IDs, and they are generated', ['column', 'none']),
    )
    .addOption(
      choice('--duplicates <rule>', 'which record counts when a Customer ID comes twice', ['reject', 'first', 'last']),
    )
    .addOption(choice('--blank <rule>', 'what an empty cell does to a stored value', ['clear', 'keep']))
    .addOption(choice('--mode <mode>', 'what may be written', ['upsert', 'insert-only', 'update-only']))
    .option('--dry-run', 'count and write every file, and change no customer')
    .option('--strict-fields <codes>', 'telephones and e-mails that must be right, e.g. P012,P013', parseFieldCodes)
    .option('--consistent-read', 'compare with the very latest state of the customers')
    .option('--unwrap-formulas', 'take the text out of cells like ="00123", Customer IDs excepted')
    .option('--map <Column=P018>', 'column to field, again and again; Column= ignores it', parseMapping);
}

/** The flags that the API accepts unchanged; other flags of a command are not options of an import. */
const TAKEN_AS_THEY_ARE = [
  'delimiter',
  'skipLines',
  'encoding',
  'compression',
  'customerId',
  'duplicates',
  'blank',
  'mode',
  'dryRun',
  'strictFields',
  'consistentRead',
  'unwrapFormulas',
] as const satisfies readonly (keyof ImportFlags)[];

/** The given options in the form of the API. */
export function optionsOf(flags: ImportFlags): Record<string, unknown> {
  const { header } = flags;
  const given = TAKEN_AS_THEY_ARE.map((name) => [name, flags[name]]).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...(header !== undefined && { header: header === 'yes' }) };
}

/** Options and mapping for the body of a request; each is absent if no flag gives it. */
export function importOptionsOf(flags: ImportFlags): {
  options?: Record<string, unknown>;
  mapping?: readonly MappedColumn[];
} {
  const options = optionsOf(flags);
  return {
    ...(Object.keys(options).length > 0 && { options }),
    ...(flags.map !== undefined && { mapping: flags.map }),
  };
}
