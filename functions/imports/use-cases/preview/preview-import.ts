import { type PublishedTable, requirePublished } from '../../../crm-tables/index.ts';
import {
  type Definition,
  definitionViolations,
  type Mapping,
  mergeOptions,
  type OptionChoices,
} from '../../../definitions/index.ts';
import { DomainError, type Violation } from '../../../shared/domain/errors.ts';
import type { ObjectHead } from '../../../shared/domain/object-store.ts';
import type { CostEstimate } from '../../domain/cost/cost.ts';
import type { FileHead } from '../../domain/encoding/decode-head.ts';
import type { Import } from '../../domain/import.ts';
import type { FilePreview } from '../../domain/preview/preview.ts';
import { previewFile } from '../../domain/preview/preview-file.ts';
import { readMetadata } from '../../domain/uploads/object-metadata.ts';
import { type EstimatePorts, estimateBeginning, estimateImport } from '../cost/estimate-import.ts';
import { findDefinition } from '../planning/inspect-source.ts';
import { type FileBeginning, type FilePorts, readBeginning, requireObject, type StoredFile } from './previewed-file.ts';

export type PreviewPorts = EstimatePorts & FilePorts;

/** `prefix` is upper case. */
export interface PreviewRequest {
  readonly prefix: string;
  /** Id or name. */
  readonly definition?: string | undefined;
  readonly options: OptionChoices;
  readonly mapping?: Mapping | undefined;
  readonly file: StoredFile | FileBeginning;
  /** Whether to estimate an import of which only the beginning is known. */
  readonly estimate?: boolean;
}

export interface ImportPreview extends FilePreview {
  /** The estimate with the proposed mapping: of a stored file, and of a beginning where the request says so. */
  readonly estimate?: CostEstimate;
}

const NOTHING_READ = { skipped: [], columns: [], rows: [], warnings: [], mapping: [] };

/**
 * Shows what an import would do with a file; a rejection is part of the answer.
 * @throws DomainError `crm-table.not-found`, `crm-table.not-published`, `definition.not-found`, `preview.invalid` for
 * options and a mapping that do not fit the table and for a key of another table, `file.not-found`
 */
export async function previewImport(ports: PreviewPorts, requested: PreviewRequest): Promise<ImportPreview> {
  const table = await requirePublished(ports, requested.prefix);
  const { file } = requested;
  const object = 'key' in file ? await findObject(ports, file.key, requested.prefix) : undefined;
  rejectWrong(requested, table);
  try {
    const given = object ? readMetadata(object.metadata) : { options: {} };
    const named = requested.definition ?? given.definition;
    const definition = await findDefinition(ports.definitions, requested.prefix, named);
    const choices = { ...given.options, ...requested.options };
    return await preview(ports, { requested, table, object, definition, choices });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'definition.not-found') throw error;
    return { ...NOTHING_READ, rejection: { code: error.code, reason: error.message } };
  }
}

interface PreviewInput {
  readonly requested: PreviewRequest;
  readonly table: PublishedTable;
  /** The file, if it is in the bucket. */
  readonly object: ObjectHead | undefined;
  readonly definition: Definition | undefined;
  readonly choices: OptionChoices;
}

async function preview(ports: PreviewPorts, input: PreviewInput): Promise<ImportPreview> {
  const { requested, table, definition, choices } = input;
  const options = mergeOptions(definition?.options, choices);
  const head = await readBeginning(ports, requested.file, input.object, options);
  const shown = previewFile(head, table, { options, mapping: requested.mapping ?? definition?.mapping ?? [] });
  const estimate = shown.rejectionWithMapping ? undefined : await estimateOf(ports, input, head, shown.mapping);
  return { ...shown, ...(estimate && { estimate }) };
}

async function estimateOf(
  ports: PreviewPorts,
  { requested: { prefix, file, estimate = false }, table, object, definition, choices }: PreviewInput,
  head: FileHead,
  mapping: Mapping,
): Promise<CostEstimate | undefined> {
  const record: Import = {
    importId: 'preview',
    prefix,
    fileName: 'key' in file ? file.key : '',
    source: { bucket: ports.bucket, key: 'key' in file ? file.key : '', versionId: object?.versionId ?? '' },
    requested: { options: choices, mapping, ...(definition && { definition: definition.definitionId }) },
    status: 'queued',
    attempt: 1,
    fence: 0,
    createdAt: ports.clock.now().toISOString(),
  };
  if ('key' in file) return estimateImport(ports, record);
  if (!estimate) return undefined;
  const options = mergeOptions(definition?.options, choices);
  return estimateBeginning(ports, record, { head, bytes: file.bytes, options, definition, mapping, table });
}

async function findObject(ports: PreviewPorts, key: string, tablePrefix: string): Promise<ObjectHead> {
  const [folder, owner, ...rest] = key.split('/');
  const isOwn = (folder === 'uploads' || folder === 'inbox') && owner?.toUpperCase() === tablePrefix && rest.at(-1);
  if (!isOwn) {
    const detail = `The key of a file for CRM table ${tablePrefix} must begin with uploads/${tablePrefix}/ or inbox/${tablePrefix}/.`;
    throw invalid([{ pointer: '/key', code: 'key.elsewhere', detail }]);
  }
  return requireObject(ports, key);
}

function rejectWrong({ options, mapping = [], file }: PreviewRequest, table: PublishedTable): void {
  const violations = definitionViolations({ options, mapping }, table);
  if ('head' in file && file.bytes < file.head.length) {
    const detail = 'This must be the size of the whole file, but the beginning that was sent is larger.';
    violations.push({ pointer: '/bytes', code: 'bytes.too-few', detail });
  }
  if (violations.length > 0) throw invalid(violations);
}

const invalid = (violations: readonly Violation[]): DomainError =>
  new DomainError('invalid', 'preview.invalid', 'The file cannot be previewed; see errors.', violations);
