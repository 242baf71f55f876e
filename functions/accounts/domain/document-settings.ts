import * as z from 'zod';

const MEBIBYTE = 1024 ** 2;
const GIBIBYTE = 1024 ** 3;

/** A browser reads a whole file for its checksum. */
const LARGEST_FILE_BYTES = 500 * MEBIBYTE;
const LARGEST_QUOTA_BYTES = 100 * 1024 * GIBIBYTE;
const MOST_TYPES = 100;

/**
 * What contact centres receive from customers. Programs, and files that can hold the scripts of a page (HTML, SVG, XML),
 * are not among them: an account may add them.
 */
const DEFAULT_TYPES =
  'csv doc docx eml gif heic jpeg jpg json m4a md mov mp3 mp4 msg odp ods odt ogg pdf png ppt pptx rtf tif tiff txt wav webp xls xlsx zip'.split(
    ' ',
  );

/** What the customers of an account may have attached. An absent part has its default. */
export const DocumentSettingsSchema = z
  .strictObject({
    types: z
      .array(
        z
          .string()
          .regex(
            /^[a-z0-9][a-z0-9_+-]{0,19}$/,
            'An extension is 1 to 20 lower-case letters and digits, without its dot.',
          ),
      )
      .min(1)
      .max(MOST_TYPES)
      .optional()
      .meta({ description: 'The extensions of the files that may be attached.', example: ['pdf', 'jpg', 'png'] }),
    mostBytes: z.int().min(1).max(LARGEST_FILE_BYTES).optional().meta({ description: 'The largest file.' }),
    quotaBytes: z
      .int()
      .min(0)
      .max(LARGEST_QUOTA_BYTES)
      .optional()
      .meta({ description: 'All versions of all documents of the account together.' }),
  })
  .meta({ id: 'DocumentSettings' });
export type DocumentSettings = z.infer<typeof DocumentSettingsSchema>;

const DEFAULTS = { types: DEFAULT_TYPES, mostBytes: 25 * MEBIBYTE, quotaBytes: 20 * GIBIBYTE };

/** The rules of an account, with the defaults for what it does not set. */
export function documentRulesOf(settings: DocumentSettings = {}): Required<DocumentSettings> {
  const { types = DEFAULTS.types, mostBytes = DEFAULTS.mostBytes, quotaBytes = DEFAULTS.quotaBytes } = settings;
  return { types, mostBytes, quotaBytes };
}
