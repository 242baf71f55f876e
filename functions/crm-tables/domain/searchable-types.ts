import type { FieldType } from './field.ts';

/** The types whose values can be indexed, and which may have the Search flag. */
export const SEARCHABLE_TYPES: readonly FieldType[] = ['text', 'telephone', 'email', 'number', 'date'];
