import type { Preview } from './mapping-model.ts';
import { COMPRESSIONS, DELIMITERS, ENCODINGS, LINE_ENDS } from './text.ts';

/** `semicolon`, or the character in quotes. */
export const delimiterText = (delimiter: string): string => DELIMITERS[delimiter] ?? `"${delimiter}"`;

/** How the file is read, as one says it. */
export function formatText({ delimiter, header, encoding, compression, lineEnd }: Preview): string {
  return [
    ...(delimiter === undefined ? [] : [`A ${delimiterText(delimiter)} stands between two cells`]),
    ...(header === undefined ? [] : [header ? 'the first line names the columns' : 'the first line is a customer']),
    ...(encoding === undefined ? [] : [`the text is ${ENCODINGS[encoding]}`]),
    ...(compression === 'gzip' ? [COMPRESSIONS.gzip.toLowerCase()] : []),
    ...(lineEnd === undefined ? [] : [`lines end in ${LINE_ENDS[lineEnd]}`]),
  ].join(', ');
}

/** Whether the file can be read as it is: without columns there is nothing to map. */
export const isReadable = (preview: Preview | undefined): boolean =>
  preview !== undefined && preview.columns.length > 0;

/** The names above the columns of the first rows. */
export const columnTitles = ({ columns }: Pick<Preview, 'columns'>): readonly string[] =>
  columns.map(({ name, position }) => (name === undefined || name.trim() === '' ? String(position) : name));
