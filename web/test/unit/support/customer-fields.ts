import type { Field } from '../../../src/customers/fields-model.ts';

export const NO_FLAGS = { search: false, insert: false, modify: false, result: false };

/** A text of at most 20 characters, unless the changes say otherwise. */
export const field = (code: string, label: string, changes: Partial<Field> = {}): Field => ({
  ...{ code, label, type: 'text', maxLength: 20, required: false, listValues: [], strict: false, tab: 'details' },
  flags: NO_FLAGS,
  ...changes,
});
