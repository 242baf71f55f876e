import type { PublishedTable, PublishedTableReader } from '../../crm-tables/index.ts';
import { type Definition, type DefinitionReader, type ImportOptions, settleOptions } from '../../definitions/index.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { type FileLayout, holdsFirstRecord, layOutFile } from '../domain/file-layout.ts';
import type { Import } from '../domain/import.ts';
import type { ImportLimits } from '../domain/limits.ts';
import { readMetadata } from '../domain/object-metadata.ts';
import type { ObjectHead, ObjectStore } from '../ports.ts';

export interface ExaminePorts {
  readonly store: ObjectStore;
  readonly tables: PublishedTableReader;
  readonly definitions: DefinitionReader;
  readonly limits: ImportLimits;
}

/** What an import's file turns out to be, and by what options it goes. */
export interface ExaminedSource {
  readonly object: ObjectHead;
  /** The file's beginning. */
  readonly head: Uint8Array;
  readonly options: ImportOptions;
  readonly definition: Definition | undefined;
  readonly layout: FileLayout;
  readonly table: PublishedTable;
}

/** Enough for every header row that people make; a longer first record is read on, up to the longest record allowed. */
const HEAD_BYTES = 256 * 1024;

const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const GZIP_MARK = Buffer.from([0x1f, 0x8b]);

/**
 * Reads the beginning of an import's file and settles how the file is read. What the import asks for goes over its
 * definition: the one that is named (in the request or in the object's metadata), else the table's default one.
 * @throws DomainError `file.*`, `options.invalid`, `definition.not-found`, `crm-table.not-published` for what cannot be imported
 */
export async function examineSource(
  ports: ExaminePorts,
  { source, prefix, requested }: Pick<Import, 'source' | 'prefix' | 'requested'>,
): Promise<ExaminedSource> {
  const object = await ports.store.head(source.key, source.versionId);
  if (!object) throw refused('file.missing', 'The file was deleted before it was read. Upload it again.');
  const asked = requested ?? readMetadata(object.metadata);
  const definition = await findDefinition(ports.definitions, prefix, asked.definition);
  const options = settleOptions(definition?.options, asked.options);
  const lookup = await ports.tables.readPublished(prefix);
  if (lookup.status !== 'published') throw refused('crm-table.not-published', `CRM table ${prefix} is not published.`);
  const head = await readHead(ports.store, source, object, ports.limits, options);
  const layout = layOutFile(head, lookup.table, options, head.length === object.size);
  refuseWithoutData(layout, object.size);
  return { object, head, options, definition, layout, table: lookup.table };
}

async function findDefinition(
  definitions: DefinitionReader,
  prefix: string,
  named: string | undefined,
): Promise<Definition | undefined> {
  if (named === undefined) return definitions.findDefault(prefix);
  const found = await definitions.find(prefix, named);
  if (found) return found;
  throw refused('definition.not-found', `CRM table ${prefix} has no import definition with the name or id given.`);
}

/** The beginning of the file, with at least its whole first record. */
async function readHead(
  store: ObjectStore,
  { key, versionId }: Import['source'],
  { size }: ObjectHead,
  limits: ImportLimits,
  options: ImportOptions,
): Promise<Uint8Array> {
  if (size === 0) throw refused('file.empty', 'The file is empty.');
  if (size > limits.fileBytes) {
    throw refused('file.too-large', `The file has ${size} bytes; at most ${limits.fileBytes} are accepted. Split it.`);
  }
  const head = await store.read(key, { versionId, end: Math.min(size, HEAD_BYTES) });
  refuseOtherForms(head);
  if (head.length === size || holdsFirstRecord(head, options)) return head;
  return store.read(key, { versionId, end: Math.min(size, HEAD_BYTES + limits.recordBytes) });
}

function refuseOtherForms(head: Uint8Array): void {
  if (UTF16_MARKS.some((mark) => mark.equals(head.subarray(0, mark.length)))) {
    throw refused(
      'file.utf-16',
      'The file is UTF-16. Save it as UTF-8 ("CSV UTF-8" in a spreadsheet) and upload it again.',
    );
  }
  if (GZIP_MARK.equals(head.subarray(0, GZIP_MARK.length))) {
    throw refused('file.compressed', 'The file is compressed. Unpack it and upload the CSV file itself.');
  }
}

function refuseWithoutData({ dataStart }: FileLayout, size: number): void {
  if (dataStart >= size) throw refused('file.no-records', 'The file has a header row and no records.');
}

const refused = (code: string, reason: string): DomainError => new DomainError('invalid', code, reason);
