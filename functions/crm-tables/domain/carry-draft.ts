import { carryUnknown } from '../../shared/domain/carry-unknown.ts';
import { type Draft, DraftSchema } from './draft.ts';
import { type Field, FieldSchema } from './field.ts';
import { TabSchema } from './published-table.ts';

function carryField(before: Field | undefined, after: Field): Field {
  const flags = carryUnknown(FieldSchema.shape.flags, before?.flags, after.flags);
  return carryUnknown(FieldSchema, before, { ...after, flags });
}

/** The new draft, with the attributes that a newer release has stored in the old one, its tabs and its fields. */
export function carryDraft(before: Draft, after: Draft): Draft {
  const fieldOf = (code: string) => before.fields.find((field) => field.code === code);
  const tabOf = (id: string) => before.tabs.find((tab) => tab.id === id);
  return carryUnknown(DraftSchema, before, {
    ...after,
    tabs: after.tabs.map((tab) => carryUnknown(TabSchema, tabOf(tab.id), tab)),
    fields: after.fields.map((field) => carryField(fieldOf(field.code), field)),
  });
}
