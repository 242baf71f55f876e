import * as z from 'zod';
import { type OptionChoices, OptionChoicesSchema } from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import { plainMessage } from '../../../shared/domain/plain-message.ts';
import { decodeEncodedWords } from './encoded-words.ts';
import { type KnownOptions, namedOptions } from './option-names.ts';

const YesNoSchema = z.enum(['yes', 'no']).transform((answer) => answer === 'yes');
const choices = OptionChoicesSchema.shape;

/** The options in S3 object metadata (`x-amz-meta-customer-id: none`). */
const MetadataSchema = z.object({
  definition: z.string().min(1).optional(),
  encoding: choices.encoding,
  compression: choices.compression,
  delimiter: choices.delimiter,
  header: YesNoSchema.optional(),
  'skip-lines': z
    .string()
    .regex(/^\d+$/, 'The number of lines to skip must be written in digits.')
    .transform(Number)
    .pipe(choices.skipLines.unwrap())
    .optional(),
  'customer-id': choices.customerId,
  duplicates: choices.duplicates,
  blank: choices.blank,
  mode: choices.mode,
  conflicts: choices.conflicts,
  'dry-run': YesNoSchema.optional(),
  'consistent-read': YesNoSchema.optional(),
  'unwrap-formulas': YesNoSchema.optional(),
  'strict-fields': z
    .string()
    .transform((codes) => codes.split(',').map((code) => code.trim()))
    .pipe(choices.strictFields.unwrap())
    .optional(),
});

const KNOWN_OPTIONS: KnownOptions = {
  ...Object.fromEntries(Object.keys(MetadataSchema.shape).map((name) => [name, []])),
  mode: choices.mode.unwrap().options,
};

export interface MetadataChoices {
  /** Id or name of a definition. */
  readonly definition?: string | undefined;
  readonly options: OptionChoices;
}

/**
 * Reads an upload's metadata. Unknown metadata is ignored, since S3 clients add their own.
 * @throws DomainError `options.invalid` with each wrong or nearly right option, and the correct one
 */
export function readMetadata(metadata: Readonly<Record<string, string>>): MetadataChoices {
  const decoded = Object.entries(metadata).map(([name, value]) => [name, decodeEncodedWords(value)]);
  const parsed = MetadataSchema.safeParse(namedOptions(Object.fromEntries(decoded), KNOWN_OPTIONS), {
    error: plainMessage,
  });
  if (!parsed.success) throw wrongOptions(parsed.error);
  const { definition, ...options } = parsed.data;
  const named = {
    encoding: options.encoding,
    compression: options.compression,
    delimiter: options.delimiter,
    header: options.header,
    skipLines: options['skip-lines'],
    customerId: options['customer-id'],
    duplicates: options.duplicates,
    blank: options.blank,
    mode: options.mode,
    conflicts: options.conflicts,
    dryRun: options['dry-run'],
    consistentRead: options['consistent-read'],
    unwrapFormulas: options['unwrap-formulas'],
    strictFields: options['strict-fields'],
  };
  const given = Object.entries(named).filter(([, value]) => value !== undefined);
  return { ...(definition !== undefined && { definition }), options: Object.fromEntries(given) };
}

function wrongOptions(error: z.ZodError): DomainError {
  const violations = error.issues.map((issue) => ({
    pointer: `/${String(issue.path[0] ?? '')}`,
    code: 'option.invalid',
    detail: issue.message,
  }));
  const details = violations.map(({ pointer, detail }) => `${pointer.slice(1)}: ${detail}`);
  return new DomainError(
    'invalid',
    'options.invalid',
    `The import options of the file are wrong. ${details.join(' ')}`,
    violations,
  );
}
