import * as fc from 'fast-check';
import type { ColumnMapping, Mapping } from '../../functions/definitions/index.ts';
import { TELEPHONE } from './import-model.ts';
import { ALL, type FileShape, NAMES } from './import-model-files.ts';

/** The mapping of one column. */
const anyTreatment = fc.record({
  isNamed: fc.boolean(),
  isIgnored: fc.constantFrom(false, false, false, false, true),
  values: fc.option(
    fc.constantFrom<NonNullable<ColumnMapping['values']>>(
      { a: 'b', b: 'a', abcd: 'ab' },
      { Ann: 'Bob', '1': '-3', '2.5': 'x', [TELEPHONE]: '1' },
      { '': '7', '-3': '' },
      { toString: 'x', __proto__x: 'y' },
      { a: { clear: true }, Ann: { clear: true }, '1': { clear: true }, [TELEPHONE]: { clear: true } },
    ),
    { nil: undefined },
  ),
  fallback: fc.option(fc.constantFrom('a', '8', 'too long', TELEPHONE), { nil: undefined }),
});
type Treatment = typeof anyTreatment extends fc.Arbitrary<infer T> ? T : never;

/** Treatments of a file's columns, in their order; null leaves a column to its header cell. */
export const anyTreatments = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.option(anyTreatment), { minLength: 6, maxLength: 6 }) },
);

/** The mapping that treats a file's columns so. */
export function mappingOf({ order, header }: FileShape, treatments: ReadonlyArray<Treatment | null>): Mapping {
  if (treatments.length === 0) return [];
  const free = ALL.find((code) => !order.includes(code)) ?? null;
  return order.flatMap((code, at): ColumnMapping[] => {
    const treatment = treatments[at];
    if (!treatment) return header === 'none' ? [{ column: at + 1, field: code }] : [];
    const { isNamed, isIgnored, values, fallback } = treatment;
    const spelled = header === 'codes' && code !== 'other' ? code : (NAMES[code] ?? '');
    const column = isNamed && header !== 'none' ? spelled.toUpperCase() : at + 1;
    if (code === 'P008') return [{ column, field: code }];
    const field = isIgnored ? null : code === 'other' ? free : code;
    return [{ column, field, ...(values && { values }), ...(fallback && { default: fallback }) }];
  });
}
