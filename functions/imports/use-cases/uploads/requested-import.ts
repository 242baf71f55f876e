import type { PublishedTable } from '../../../crm-tables/index.ts';
import {
  type Definition,
  type DefinitionReader,
  definitionViolations,
  type Mapping,
  type OptionChoices,
} from '../../../definitions/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { DomainError, type Violation } from '../../../shared/domain/errors.ts';
import type { Ids } from '../../../shared/domain/ids.ts';
import type { RequestOrigin } from '../../../shared/domain/origin.ts';
import type { Import } from '../../domain/import.ts';
import { announcedImportId, keyedImportId } from '../../domain/import-id.ts';

/** How a request of the API wants a file to be imported; `prefix` is upper case. */
export interface RequestedImport {
  readonly prefix: string;
  /** Id or name. */
  readonly definition?: string | undefined;
  readonly options: OptionChoices;
  readonly mapping?: Mapping | undefined;
  readonly confirmedDollars?: number | undefined;
}

/** The id of the import; a repetition of the request gets the same. */
export function nameImport(
  { ids, clock }: { readonly ids: Ids; readonly clock: Clock },
  { caller, idempotencyKey }: Pick<RequestOrigin, 'caller' | 'idempotencyKey'>,
): string {
  return idempotencyKey === undefined
    ? announcedImportId(ids.newId(), clock.now())
    : keyedImportId(caller.userId, idempotencyKey);
}

export function requestOf({
  definition,
  options,
  mapping,
}: Pick<RequestedImport, 'definition' | 'options' | 'mapping'>): NonNullable<Import['requested']> {
  return { options, ...(definition !== undefined && { definition }), ...(mapping && { mapping }) };
}

/** The named definition, and the violations of options, mapping and definition for the CRM table. */
export async function checkRequest(
  { definitions }: { readonly definitions: DefinitionReader },
  { prefix, options, mapping = [], definition }: RequestedImport,
  table: PublishedTable,
): Promise<{ readonly saved: Definition | undefined; readonly violations: readonly Violation[] }> {
  const violations = [...definitionViolations({ options, mapping }, table)];
  const saved = definition === undefined ? undefined : await definitions.find(prefix, definition);
  if (definition !== undefined && !saved) {
    const detail = `CRM table ${prefix} has no import definition with this name or id.`;
    violations.push({ pointer: '/definition', code: 'definition.not-found', detail });
  }
  return { saved, violations };
}

/** @throws DomainError `upload.invalid` if there is a violation */
export function rejectViolations(violations: readonly Violation[]): void {
  if (violations.length > 0) throw invalidImport(violations);
}

export const invalidImport = (violations: readonly Violation[]): DomainError =>
  new DomainError('invalid', 'upload.invalid', 'The import cannot be started; see errors.', violations);

export const reusedKey = (): DomainError =>
  new DomainError(
    'unprocessable',
    'idempotency-key.reused',
    'This Idempotency-Key was used for another import. Use a new key for each import.',
  );
