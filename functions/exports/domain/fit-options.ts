import type { PublishedTable } from '../../crm-tables/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import type { Violation } from '../../shared/domain/errors.ts';
import { fieldAccess } from '../../shared/domain/field-rules.ts';
import type { ExportOptions } from './export-options.ts';

/** The codes that the caller sees, in the order of the table. */
export function seenCodes(caller: Pick<Caller, 'grants'>, table: PublishedTable): readonly string[] {
  const { isHidden } = fieldAccess(caller, 'customers.export', table);
  return table.fields.map(({ code }) => code).filter((code) => !isHidden(code));
}

/** The faults of options for a CRM table; a field that the caller does not see is like one that does not exist. */
export function optionFaults(options: ExportOptions, table: PublishedTable, seen: readonly string[]): Violation[] {
  const { fields = [], kind, by, filterId, since } = options;
  const unknown = fields.flatMap((code, index): Violation[] => {
    const pointer = `/options/fields/${index}`;
    if (!seen.includes(code))
      return [{ pointer, code: 'field.unknown', detail: `CRM table ${table.prefix} has no field ${code}.` }];
    const isTwice = fields.indexOf(code) < index;
    return isTwice ? [{ pointer, code: 'export.field-twice', detail: `Field ${code} is listed already.` }] : [];
  });
  const editsOnly = by !== undefined && kind !== 'edits';
  const customersOnly = kind === 'edits' && filterId !== undefined;
  const needsSince = kind === 'edits' && since === undefined;
  return [
    ...unknown,
    ...(editsOnly
      ? [{ pointer: '/options/by', code: 'export.unfit', detail: 'Only an export of edits is by a person.' }]
      : []),
    ...(customersOnly
      ? [{ pointer: '/options/filterId', code: 'export.unfit', detail: 'An export of edits takes no filter.' }]
      : []),
    ...(needsSince
      ? [{ pointer: '/options/since', code: 'export.since-missing', detail: 'Say since when edits are exported.' }]
      : []),
  ];
}
