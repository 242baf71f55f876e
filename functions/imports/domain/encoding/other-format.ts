import { DomainError } from '../../../shared/domain/errors.ts';
import { bytesAfterMark } from '../csv/byte-order-mark.ts';
import { asBuffer } from '../csv/bytes.ts';

/** A file format other than CSV; a file name may hide it. */
interface OtherFormat {
  readonly name: string;
  readonly advice: string;
}

const SAVE_AS_CSV = 'Open it in the spreadsheet program and save it as CSV (UTF-8).';
const UNPACK = 'Unpack it, and upload the CSV file in it.';
const EXPORT = 'Export the customers as CSV.';

const WORKBOOK = { name: 'an Excel workbook (.xlsx)', advice: SAVE_AS_CSV };
const OPEN_DOCUMENT = { name: 'an OpenDocument spreadsheet (.ods)', advice: SAVE_AS_CSV };
const ZIP = { name: 'a zip archive', advice: UNPACK };
const GZIP = { name: 'packed with gzip', advice: 'Unpack it, and upload the CSV file itself or compressed once.' };
const XML = { name: 'an XML document', advice: EXPORT };
const SPREADSHEET_ML = { name: 'an Excel workbook saved as XML (SpreadsheetML)', advice: SAVE_AS_CSV };
const HTML = {
  name: 'an HTML page',
  advice:
    'Some programs save an HTML table under the name of a spreadsheet: open it in a spreadsheet program and save it as CSV (UTF-8). If it is a login page, the download has failed.',
};

/** Signatures at the beginning of a file, as Latin 1. */
const BINARY: ReadonlyArray<readonly [signature: string, format: OtherFormat]> = [
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', { name: 'an old Excel workbook (.xls)', advice: SAVE_AS_CSV }],
  ['%PDF-', { name: 'a PDF document', advice: EXPORT }],
  ['\x1f\x8b\x08', GZIP],
  ['7z\xbc\xaf\x27\x1c', { name: 'a 7-Zip archive', advice: UNPACK }],
  ['Rar!\x1a\x07', { name: 'a RAR archive', advice: UNPACK }],
  ['\xfd7zXZ\x00', { name: 'packed with xz', advice: UNPACK }],
  ['\x28\xb5\x2f\xfd', { name: 'packed with zstd', advice: UNPACK }],
  ['{\\rtf', { name: 'a Rich Text document', advice: EXPORT }],
  ['SQLite format 3\x00', { name: 'an SQLite database', advice: EXPORT }],
  ['PAR1', { name: 'a Parquet file', advice: EXPORT }],
];

const ZIP_SIGNATURE = 'PK\x03\x04';
/** A workbook has these among the first entries of its zip archive. */
const WORKBOOK_ENTRY = /\[Content_Types\]\.xml|xl\//;
const OPEN_DOCUMENT_ENTRY = /mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/;

const TEXT: ReadonlyArray<readonly [beginning: RegExp, format: OtherFormat]> = [
  [/^\s*<\?xml[\s\S]*?urn:schemas-microsoft-com:office:spreadsheet/, SPREADSHEET_ML],
  [/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|table|meta|div|script|style)\b/i, HTML],
  [/^\s*<\?xml\b/, XML],
  [/^\s*(?:\[\s*[[{"]|\{\s*["}]|\[\s*\]\s*$)/, { name: 'JSON', advice: EXPORT }],
];

/** Enough bytes to recognise a format. */
const BEGINNING_BYTES = 4 * 1024;

function binaryFormat(bytes: Uint8Array): OtherFormat | undefined {
  const beginning = asBuffer(bytes).toString('latin1', 0, BEGINNING_BYTES);
  if (beginning.startsWith(ZIP_SIGNATURE)) {
    if (OPEN_DOCUMENT_ENTRY.test(beginning)) return OPEN_DOCUMENT;
    return WORKBOOK_ENTRY.test(beginning) ? WORKBOOK : ZIP;
  }
  return BINARY.find(([signature]) => beginning.startsWith(signature))?.[1];
}

function textFormat(utf8: Uint8Array): OtherFormat | undefined {
  const beginning = asBuffer(bytesAfterMark(utf8)).toString('utf8', 0, BEGINNING_BYTES);
  return TEXT.find(([pattern]) => pattern.test(beginning))?.[1];
}

/**
 * Rejects a file of another format by the name of the format. Read as CSV, its bytes would only cause a message about
 * columns.
 * @param bytes the unpacked beginning of the file
 * @throws DomainError `file.not-csv`
 */
export function rejectBinaryFormat(bytes: Uint8Array, compression: 'none' | 'gzip'): void {
  reject(binaryFormat(bytes), compression);
}

/** The same as `rejectBinaryFormat`, for text formats. @param utf8 the beginning of the file as UTF-8 */
export function rejectTextFormat(utf8: Uint8Array, compression: 'none' | 'gzip'): void {
  reject(textFormat(utf8), compression);
}

function reject(format: OtherFormat | undefined, compression: 'none' | 'gzip'): void {
  if (!format) return;
  const subject = compression === 'gzip' ? 'Unpacked with gzip, the file' : 'The file';
  const reason = `${subject} is not CSV: it is ${format.name}. ${format.advice}`;
  throw new DomainError('invalid', 'file.not-csv', reason);
}
