import * as z from 'zod';

/** The limit of the usual file systems, to which documents are saved again. */
const LONGEST_NAME = 255;

/** A character that is drawn: a name of zero-width spaces alone would look blank. */
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}.]/u;

/**
 * The name of a file as a person has given it, in any script: kept as typed, without trimming. Control characters and
 * separators of paths are rejected, because a browser that saves the file would change the name or the folder. So are
 * controls of the direction of text, by which `fdp.exe` is shown as `exe.pdf`, and blanks at the end.
 */
export const DocumentNameSchema = z
  .string()
  .max(LONGEST_NAME, `A name must not be longer than ${LONGEST_NAME} characters.`)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'A name must not contain control characters or halves of characters.')
  .regex(/^[^/\\]*$/, 'A name must not contain / or \\: give the name of the file without its folder.')
  .regex(
    /^[^\u202A-\u202E\u2066-\u2069]*$/u,
    'A name must not contain characters that change the direction of the text: they hide its extension.',
  )
  .regex(
    /^(?:.*[^\s.])?$/su,
    'A name must not end in a blank or a full stop: systems that save the file would change it.',
  )
  .refine((name) => VISIBLE.test(name), 'A name must contain a visible character.')
  .meta({ description: 'Of the file, as typed, with its extension.', example: 'Contract 2026.pdf' });

/** The extension in lower case, without its dot; blank for a name without one. */
export function extensionOf(name: string): string {
  const [, extension = ''] = /[^.]\.([^.\s]+)\s*$/u.exec(name) ?? [];
  return extension.toLowerCase();
}
