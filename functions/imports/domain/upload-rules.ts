import type { PublishedTable } from '../../crm-tables/index.ts';
import type { Mapping, OptionChoices } from '../../definitions/index.ts';
import type { Violation } from '../../shared/domain/errors.ts';
import { LONGEST_FILE_NAME_BYTES } from './upload-key.ts';

/** What is wrong with a file's name as the last part of a key; nothing for one that can be imported. */
export function judgeFileName(fileName: string): Violation[] {
  const detail = fileNameFault(fileName);
  return detail === undefined ? [] : [{ pointer: '/fileName', code: 'file-name.invalid', detail }];
}

function fileNameFault(fileName: string): string | undefined {
  if (fileName.trim() === '' || fileName === '.' || fileName === '..') return 'This is no name of a file.';
  if (fileName.includes('/')) return 'A file name has no slash: give the name alone, without its folder.';
  if (/[\p{Cc}\p{Cs}]/u.test(fileName)) return 'A file name has no control characters.';
  if (Buffer.byteLength(fileName) <= LONGEST_FILE_NAME_BYTES) return undefined;
  return `A file name has at most ${LONGEST_FILE_NAME_BYTES} bytes; give the file a shorter one.`;
}

/** @param largest bytes of the largest file that is imported. */
export function judgeSize(bytes: number, largest: number): Violation[] {
  if (bytes <= largest) return [];
  const detail = `The file has ${bytes} bytes; at most ${largest} are accepted. Split it.`;
  return [{ pointer: '/bytes', code: 'file.too-large', detail }];
}

/** What the options and the mapping name that the CRM table does not have, and what they say twice. */
export function judgeChoices(options: OptionChoices, mapping: Mapping, table: PublishedTable): Violation[] {
  return [...judgeMapping(mapping, table), ...judgeStrictFields(options.strictFields ?? [], table)];
}

function judgeMapping(mapping: Mapping, table: PublishedTable): Violation[] {
  const codes = new Set(table.fields.map(({ code }) => code));
  const fields = new Set<string>();
  const columns = new Set<string | number>();
  return mapping.flatMap(({ column, field }, index): Violation[] => {
    const found: Violation[] = [];
    const named = typeof column === 'string' ? column.trim().toLowerCase() : column;
    if (columns.has(named)) found.push(violation(`/mapping/${index}/column`, 'This column is mapped more than once.'));
    columns.add(named);
    if (field === null) return found;
    if (!codes.has(field)) found.push(violation(`/mapping/${index}/field`, unknownField(field, table)));
    if (fields.has(field)) found.push(violation(`/mapping/${index}/field`, `Two columns feed field ${field}.`));
    fields.add(field);
    return found;
  });
}

function judgeStrictFields(strictFields: readonly string[], table: PublishedTable): Violation[] {
  const types = new Map(table.fields.map(({ code, type }) => [code, type]));
  return strictFields.flatMap((code, index): Violation[] => {
    const pointer = `/options/strictFields/${index}`;
    const type = types.get(code);
    if (type === undefined) return [violation(pointer, unknownField(code, table))];
    if (type === 'telephone' || type === 'email') return [];
    return [violation(pointer, `Field ${code} is neither a telephone number nor an e-mail address.`)];
  });
}

const unknownField = (code: string, { prefix }: PublishedTable): string =>
  `CRM table ${prefix} has no field ${code} in its published version.`;

const violation = (pointer: string, detail: string): Violation => ({
  pointer,
  code: pointer.startsWith('/mapping') ? 'mapping.invalid' : 'options.invalid',
  detail,
});
