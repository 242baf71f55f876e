import * as z from 'zod';
import { FieldCodeSchema } from '../../crm-tables/index.ts';

const NAMED_DELIMITERS: Readonly<Record<string, string>> = { comma: ',', tab: '\t', semicolon: ';', pipe: '|' };

/** One byte that is neither a quote nor a line end, because records are split by bytes; or the name of one. */
export const DelimiterSchema = z
  .string()
  .regex(
    /^(?:comma|tab|semicolon|pipe|[\t\x20-\x21\x23-\x7e])$/,
    'The delimiter must be comma, tab, semicolon, pipe or one ASCII character other than a quote.',
  )
  .overwrite((delimiter) => NAMED_DELIMITERS[delimiter] ?? delimiter);

export const EncodingSchema = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).meta({ id: 'Encoding' });
export type Encoding = z.infer<typeof EncodingSchema>;

export const CompressionSchema = z.enum(['none', 'gzip']).meta({ id: 'Compression' });

/**
 * The options of an import in the upload's metadata, a definition or a request. An option that none of them gives is
 * detected (encoding, compression, delimiter, header, lines to skip) or has its default.
 */
export const OptionChoicesSchema = z
  .strictObject({
    encoding: EncodingSchema.optional(),
    compression: CompressionSchema.optional(),
    delimiter: DelimiterSchema.optional(),
    header: z.boolean().optional().meta({ description: 'Whether the first record is a header row.' }),
    skipLines: z
      .int()
      .min(0)
      .max(1_000)
      .optional()
      .meta({ description: 'Lines above the header row, or above the first record, that are not read.' }),
    customerId: z
      .enum(['column', 'none'])
      .meta({ id: 'CustomerIdOption' })
      .optional()
      .meta({ description: '`none`: the file has no Customer IDs, and they are generated. It is never guessed.' }),
    duplicates: z
      .enum(['reject', 'first', 'last'])
      .meta({ id: 'DuplicatesOption' })
      .optional()
      .meta({ description: 'Which record counts when a Customer ID occurs twice; `reject` fails the later ones.' }),
    blank: z
      .enum(['clear', 'keep'])
      .meta({ id: 'BlankOption' })
      .optional()
      .meta({ description: 'What a blank cell does to a stored value.' }),
    mode: z
      .enum(['upsert', 'insert-only', 'update-only'])
      .meta({ id: 'ImportMode' })
      .optional()
      .meta({ description: 'insert-only ignores customers that are there; update-only fails those that are not.' }),
    conflicts: z
      .enum(['import-wins', 'agent-wins'])
      .meta({ id: 'ConflictsOption' })
      .optional()
      .meta({ description: 'Whose values stay where a user changed a customer after the import compared it.' }),
    dryRun: z.boolean().optional().meta({ description: 'Leaves every file and count, and writes no customer.' }),
    consistentRead: z.boolean().optional(),
    unwrapFormulas: z.boolean().optional().meta({
      description: 'Takes the text out of spreadsheet formulas like `="00123"`; Customer IDs stay as they are.',
    }),
    strictFields: z
      .array(FieldCodeSchema)
      .max(100)
      .optional()
      .meta({ description: 'Telephone and e-mail fields that reject, in this import, what cannot be parsed.' }),
  })
  .meta({ id: 'ImportOptions' });
export type OptionChoices = z.infer<typeof OptionChoicesSchema>;

const DEFAULTS = {
  customerId: 'column',
  duplicates: 'reject',
  blank: 'clear',
  mode: 'upsert',
  conflicts: 'import-wins',
  dryRun: false,
  consistentRead: false,
  unwrapFormulas: false,
  strictFields: [],
} as const satisfies OptionChoices;

type Detected = 'encoding' | 'compression' | 'delimiter' | 'header' | 'skipLines';

/** The options of an import; absent ones are still to be detected. */
export type ImportOptions = Pick<OptionChoices, Detected> & Required<Omit<OptionChoices, Detected>>;

/** Merges choices over the defaults; later ones take precedence. */
export function mergeOptions(...choices: ReadonlyArray<OptionChoices | undefined>): ImportOptions {
  return Object.assign({}, DEFAULTS, ...choices);
}
