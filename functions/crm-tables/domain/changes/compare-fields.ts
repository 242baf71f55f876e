import type { Field } from '../field.ts';
import { type ChangedField, FLAGS, type PropertyChange } from './changes.ts';

const PROPERTIES = ['label', 'type', 'maxLength', 'required', 'strict', 'tab'] as const;

function changedProperties(before: Field, after: Field): PropertyChange[] {
  const flags = FLAGS.map((flag) => ({
    property: `flags.${flag}`,
    from: before.flags[flag],
    to: after.flags[flag],
  }));
  const own = PROPERTIES.map((property) => ({ property, from: before[property], to: after[property] }));
  return [...own, ...flags].filter(({ from, to }) => from !== to);
}

function changedChoices({ listValues: before }: Field, { listValues: after }: Field): ChangedField['listValues'] {
  if (before.length === after.length && before.every((value, index) => value === after[index])) return undefined;
  return {
    added: after.filter((value) => !before.includes(value)),
    removed: before.filter((value) => !after.includes(value)),
  };
}

/** The differences between a published field and the same field of the draft; undefined without any. */
export function compareField(before: Field, after: Field): ChangedField | undefined {
  const properties = changedProperties(before, after);
  const listValues = changedChoices(before, after);
  if (properties.length === 0 && listValues === undefined) return undefined;
  return { code: after.code, label: after.label, properties, ...(listValues && { listValues }) };
}
