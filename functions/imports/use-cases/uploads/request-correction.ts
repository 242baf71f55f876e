import type { Violation } from '../../../shared/domain/errors.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { correctionOf, fixedOptions, hasFailedRecords } from '../../domain/correction.ts';
import type { ImportRepository } from '../../ports.ts';
import { readPlan } from '../lifecycle/read-plan.ts';
import { invalidImport, type RequestedImport, rejectViolations } from './requested-import.ts';

interface CorrectionPorts {
  readonly imports: Pick<ImportRepository, 'find'>;
  readonly store: ObjectStore;
}

/**
 * The request of an import that corrects another, with the options and the mapping of the first import.
 * @throws DomainError `upload.invalid` if the first import cannot be corrected, or the request has options of its own
 */
export async function requestCorrection<R extends RequestedImport>(
  { imports, store }: CorrectionPorts,
  request: R,
  corrected: string,
): Promise<R> {
  rejectViolations(fixedViolations(request));
  const first = await imports.find(corrected);
  // The caller may import into this CRM table. The imports of another table are none of the caller's.
  if (!first || first.prefix !== request.prefix) {
    throw invalidImport([violation('corrects.not-found', `CRM table ${request.prefix} has no import with this id.`)]);
  }
  const plan = hasFailedRecords(first) ? await readPlan(store, first) : undefined;
  if (!plan) {
    const detail = `Import ${corrected} is ${first.status}. Correct an import that is completed-with-failures.`;
    throw invalidImport([violation('corrects.no-failures', detail)]);
  }
  return { ...request, ...correctionOf(plan, request.options) };
}

const DECIDED = 'The import that is corrected has decided this. Leave it out.';

function fixedViolations({ options, mapping, definition }: RequestedImport): Violation[] {
  const given = [
    ...fixedOptions(options).map((name) => `/options/${name}`),
    ...(mapping === undefined ? [] : ['/mapping']),
    ...(definition === undefined ? [] : ['/definition']),
  ];
  return given.map((pointer) => ({ pointer, code: 'corrects.decided', detail: DECIDED }));
}

const violation = (code: string, detail: string): Violation => ({ pointer: '/corrects', code, detail });
