import { type PublishedTable, type PublishedTableReader, shownValue } from '../../../crm-tables/index.ts';
import {
  type Definition,
  type DefinitionReader,
  type DefinitionWarning,
  definitionWarnings,
  type ImportOptions,
  type Mapping,
  mergeOptions,
  type OptionChoices,
} from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import type { ObjectHead, ObjectStore } from '../../../shared/domain/object-store.ts';
import { LEADING_RECORDS, MAX_LEADING_RECORD_BYTES } from '../../domain/csv/leading-records.ts';
import { decodeHead, type FileHead } from '../../domain/encoding/decode-head.ts';
import type { Import } from '../../domain/import.ts';
import { checkOptions } from '../../domain/layout/check-options.ts';
import type { FileLayout } from '../../domain/layout/file-layout.ts';
import { withLineFeeds } from '../../domain/layout/head-records.ts';
import { layOutRecords, rejectSize } from '../../domain/layout/inspect-head.ts';
import { holdsLeadingRecords } from '../../domain/layout/leading-limits.ts';
import type { ImportLimits } from '../../domain/limits.ts';
import { readMetadata } from '../../domain/uploads/object-metadata.ts';

export interface InspectPorts {
  readonly store: ObjectStore;
  readonly tables: PublishedTableReader;
  readonly definitions: DefinitionReader;
  readonly limits: ImportLimits;
}

/** The findings of an inspection, and the options in force. */
export interface InspectedSource {
  readonly object: ObjectHead;
  /** The first records; their lines end in LF. */
  readonly head: FileHead;
  readonly options: ImportOptions;
  readonly definition: Definition | undefined;
  /** Changes of the CRM table since the definition was saved. */
  readonly definitionWarnings: readonly DefinitionWarning[];
  /** Of the request or the definition; empty without one. */
  readonly mapping: Mapping;
  readonly layout: FileLayout;
  readonly table: PublishedTable;
}

/** Enough for the first records of nearly every file. */
export const HEAD_BYTES = 256 * 1024;
/** Lengths for longer records: one record of maximal length, then all of them. */
const LONGER_HEADS = [HEAD_BYTES + MAX_LEADING_RECORD_BYTES, HEAD_BYTES + LEADING_RECORDS * MAX_LEADING_RECORD_BYTES];

/**
 * Reads the beginning of an import's file and decides its format. The import's own options take precedence over its
 * definition: the one named in the request or in the object's metadata, or else the table's default. A correction has
 * the options and the mapping of the first import, and no definition.
 * @throws DomainError `file.*`, `options.invalid`, `definition.not-found`, `crm-table.not-published`
 */
export async function inspectSource(
  ports: InspectPorts,
  { source, prefix, requested, corrects }: Pick<Import, 'source' | 'prefix' | 'requested' | 'corrects'>,
): Promise<InspectedSource> {
  const object = await ports.store.head(source.key, source.versionId);
  if (!object) throw rejected('file.missing', 'The file was deleted before it was read. Upload it again.');
  const chosen = requested ?? readMetadata(object.metadata);
  const definition =
    corrects === undefined ? await findDefinition(ports.definitions, prefix, chosen.definition) : undefined;
  const options = mergeOptions(definition?.options, chosen.options);
  const lookup = await ports.tables.readPublished(prefix);
  if (lookup.status !== 'published')
    throw rejected(
      'crm-table.not-published',
      `CRM table ${prefix} is not published. Publish it, then upload the file again.`,
    );
  checkOptions(options, lookup.table);
  const head = await readHead(ports.store, source, object, ports.limits, options);
  const mapping = requested?.mapping ?? definition?.mapping ?? [];
  const layout = layOutRecords(head, lookup.table, options, mapping);
  const warnings = definition ? await definitionWarnings(ports, definition, lookup.table) : [];
  return {
    object,
    head: withLineFeeds(head, layout),
    options,
    definition,
    definitionWarnings: warnings,
    mapping,
    layout,
    table: lookup.table,
  };
}

/** The named definition, or else the table's default. @throws DomainError `definition.not-found` */
export async function findDefinition(
  definitions: DefinitionReader,
  tablePrefix: string,
  named: string | undefined,
): Promise<Definition | undefined> {
  if (named === undefined) return definitions.findDefault(tablePrefix);
  const found = await definitions.find(tablePrefix, named);
  if (found) return found;
  const reason = `CRM table ${tablePrefix} has no import definition with the name or id "${shownValue(named)}".`;
  throw rejected('definition.not-found', reason);
}

/**
 * The beginning of the file with the records that are checked before an import accepts the file.
 * @throws DomainError `file.*` for an empty, too large or damaged file
 */
export async function readHead(
  store: ObjectStore,
  { key, versionId }: Import['source'],
  { size }: ObjectHead,
  limits: ImportLimits,
  options: OptionChoices,
): Promise<FileHead> {
  rejectSize(size, limits.fileBytes);
  const read = async (bytes: number): Promise<FileHead> => {
    const end = Math.min(size, bytes);
    const raw = { bytes: await store.read(key, { versionId, end }), isWhole: end === size };
    return decodeHead(raw, options, bytes);
  };
  let head = await read(HEAD_BYTES);
  for (const bytes of LONGER_HEADS) {
    if (head.isWhole || holdsLeadingRecords(head, options)) break;
    head = await read(bytes);
  }
  return head;
}

const rejected = (code: string, reason: string): DomainError => new DomainError('invalid', code, reason);
