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
  readonly conflicts?: string;
  readonly dryRun?: boolean;
  readonly strictFields?: readonly string[];
  readonly consistentRead?: boolean;
  readonly unwrapFormulas?: boolean;
  readonly map?: readonly MappedColumn[];
}

const choice = (flags: string, description: string, choices: readonly string[]): Option =>
  new Option(flags, description).choices(choices);

/** Adds the options for how a file is read. */
export function addReadingOptions(command: Command): Command {
  return command
    .option('--delimiter <character>', 'comma, tab, semicolon, pipe or one character (default: detected)')
    .addOption(choice('--header <yes|no>', 'whether the file has a header row (default: detected)', ['yes', 'no']))
    .option('--skip-lines <count>', 'number of lines above the header row (default: detected)', parseLineCount)
    .addOption(
      choice('--encoding <name>', 'encoding of the text (default: detected)', [
        'utf-8',
        'utf-16le',
        'utf-16be',
        'windows-1252',
      ]),
    )
    .addOption(choice('--compression <name>', 'compression of the file (default: detected)', ['none', 'gzip']))
    .addOption(
      choice('--customer-id <where>', 'where Customer IDs come from; none generates them', ['column', 'none']),
    );
}

/** Adds the options for reading and importing a file; without an option its value is detected or has its default. */
export function addImportOptions(command: Command): Command {
  return addReadingOptions(command)
    .addOption(
      choice('--duplicates <rule>', 'which record to import when a Customer ID is repeated', [
        'reject',
        'first',
        'last',
      ]),
    )
    .addOption(choice('--blank <rule>', 'effect of a blank cell on a stored value', ['clear', 'keep']))
    .addOption(choice('--mode <mode>', 'which customers to write', ['upsert', 'insert-only', 'update-only']))
    .addOption(
      choice('--conflicts <rule>', 'whose values stay where a user changed a customer meanwhile', [
        'import-wins',
        'agent-wins',
      ]),
    )
    .option('--dry-run', 'compute counts and files without changing customers')
    .option(
      '--strict-fields <codes>',
      'telephone and e-mail fields whose values must be valid, e.g. P012,P013',
      parseFieldCodes,
    )
    .option('--consistent-read', 'compare with strongly consistent reads')
    .option('--unwrap-formulas', 'import the text of formulas like ="00123", except in Customer IDs')
    .option(
      '--map <Column=P018>',
      'map a column to a field; repeatable; Column= ignores the column; P021:day-first reads 03/04/2026',
      parseMapping,
    );
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
  'conflicts',
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
