import type { Violation } from '../../shared/domain/errors.ts';
import { SLOT_COUNT } from '../../shared/domain/slot-count.ts';
import type { AssignedSlot } from './crm-table.ts';
import type { Field } from './field.ts';
import { isIndexed } from './indexed.ts';

export type SlotAssignment =
  | { readonly slots: readonly AssignedSlot[] }
  | { readonly violations: readonly Violation[] };

/** An indexed field keeps its type: a search would not find its entries of another type. */
function typeViolations(fields: readonly Field[], given: readonly AssignedSlot[]): Violation[] {
  return fields.flatMap((field, index) => {
    const slot = given.find((each) => each.code === field.code);
    if (!isIndexed(field) || slot === undefined || slot.type === field.type) return [];
    const detail = `The field was searchable as ${slot.type}, so its type cannot change. Add a new field instead.`;
    return [{ pointer: `/fields/${index}/type`, code: 'field.searchable-type-fixed', detail }];
  });
}

/**
 * The slots of a table after these fields are published. Assigned slots stay; each field that becomes searchable gets
 * the lowest free one.
 */
export function assignSlots(fields: readonly Field[], given: readonly AssignedSlot[]): SlotAssignment {
  const slots = [...given];
  const violations = typeViolations(fields, given);
  for (const [index, field] of fields.entries()) {
    if (!isIndexed(field) || slots.some((each) => each.code === field.code)) continue;
    const slot = Array.from({ length: SLOT_COUNT }, (_, position) => position + 1).find(
      (each) => !slots.some((taken) => taken.slot === each),
    );
    if (slot === undefined) {
      const detail = `At most ${SLOT_COUNT} fields can be searchable; fields that were searchable before count, too.`;
      violations.push({ pointer: `/fields/${index}/flags/search`, code: 'field.too-many-searchable', detail });
    } else {
      slots.push({ code: field.code, slot, type: field.type });
    }
  }
  return violations.length > 0 ? { violations } : { slots };
}
