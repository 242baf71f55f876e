import * as z from 'zod';
import { DomainError } from '../../shared/domain/errors.ts';

const NAMED_DELIMITERS = { comma: ',', tab: '\t', semicolon: ';', pipe: '|' } as const;
const NamedDelimiterSchema = z.enum(['comma', 'tab', 'semicolon', 'pipe']);

/** One byte that is neither a quote nor a line end: a record is cut by bytes. */
const DelimiterSchema = z.union([
  NamedDelimiterSchema.transform((name) => NAMED_DELIMITERS[name]),
  z
    .string()
    .regex(
      /^[\t\x20-\x21\x23-\x7e]$/,
      'The delimiter is comma, tab, semicolon, pipe or one ASCII character other than a quote.',
    ),
]);

const YesNoSchema = z.enum(['yes', 'no']).transform((answer) => answer === 'yes');

/**
 * What whoever uploads may settle. An absent option is detected (delimiter, header) or has its default.
 * `customerId: 'none'` says that the file has no Customer IDs; it is never guessed.
 */
export const ImportOptionsSchema = z.strictObject({
  delimiter: DelimiterSchema.optional(),
  header: YesNoSchema.optional(),
  customerId: z.enum(['column', 'none']).default('column'),
  duplicates: z.enum(['reject', 'first', 'last']).default('reject'),
  blank: z.enum(['clear', 'keep']).default('clear'),
  consistentRead: YesNoSchema.default(false),
});
export type ImportOptions = z.infer<typeof ImportOptionsSchema>;

/** How the options are spelled as S3 object metadata (`x-amz-meta-customer-id: none`). */
const METADATA_NAMES: ReadonlyArray<readonly [string, keyof ImportOptions]> = [
  ['delimiter', 'delimiter'],
  ['header', 'header'],
  ['customer-id', 'customerId'],
  ['duplicates', 'duplicates'],
  ['blank', 'blank'],
  ['consistent-read', 'consistentRead'],
];

/**
 * Reads the options from an object's metadata. Other metadata is left alone, since S3 clients add their own.
 * @throws DomainError `options.invalid` naming each option that is wrong and what would be right.
 */
export function readOptions(metadata: Readonly<Record<string, string>>): ImportOptions {
  const given = METADATA_NAMES.filter(([spelled]) => metadata[spelled] !== undefined);
  const parsed = ImportOptionsSchema.safeParse(
    Object.fromEntries(given.map(([spelled, option]) => [option, metadata[spelled]])),
  );
  if (parsed.success) return parsed.data;
  const spelledAs = new Map<PropertyKey, string>(METADATA_NAMES.map(([spelled, option]) => [option, spelled]));
  const violations = parsed.error.issues.map((issue) => ({
    pointer: `/${spelledAs.get(issue.path[0] ?? '') ?? ''}`,
    code: 'option.invalid',
    detail: issue.message,
  }));
  const details = violations.map(({ pointer, detail }) => `${pointer.slice(1)}: ${detail}`);
  throw new DomainError(
    'invalid',
    'options.invalid',
    `The import options of the file are wrong. ${details.join(' ')}`,
    violations,
  );
}
