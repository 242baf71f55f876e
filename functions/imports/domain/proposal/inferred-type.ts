import type { FieldType } from '../../../crm-tables/index.ts';
import type { LocatedValue } from '../preview/value-examples.ts';
import type { FileColumn } from './file-columns.ts';
import type { NameHints } from './name-hints.ts';

/** The type that a column's values suggest. */
export interface InferredType {
  readonly type: FieldType;
  /** The choices of a list; empty for every other type. */
  readonly listValues: readonly string[];
  /** One sentence for a person. */
  readonly reason: string;
  /** Values that a field of this type keeps with a warning, or that prevent a narrower type. */
  readonly contradicting: readonly LocatedValue[];
}

export interface TypeEvidence {
  readonly column: FileColumn;
  readonly hints: NameHints;
  readonly defaultCountry: string;
}

/** A rule that recognises one kind of values; undefined if the column does not hold it. */
export type TypeRule = (evidence: TypeEvidence) => InferredType | undefined;

export const inferred = (
  type: FieldType,
  reason: string,
  contradicting: readonly LocatedValue[] = [],
  listValues: readonly string[] = [],
): InferredType => ({ type, listValues, reason, contradicting });

/** `All 12 values`, `12 of 15 values`, `The only value`. */
export function countOf(some: number, all: number): string {
  if (all === 1 && some === 1) return 'The only value';
  return some === all ? `All ${all} values` : `${some} of ${all} values`;
}

export const are = (count: number): string => (count === 1 ? 'is' : 'are');
