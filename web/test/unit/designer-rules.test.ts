import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { completeDraft } from '../../../functions/crm-tables/domain/complete-draft.ts';
import { DraftInputSchema } from '../../../functions/crm-tables/domain/draft.ts';
import { DomainError } from '../../../functions/shared/domain/errors.ts';
import { parsePart } from '../../../functions/shared/http/validate.ts';
import { choicesIn } from '../../src/crm-tables/designer/choices-model.ts';
import { type Design, FIELD_TYPES, inputOf } from '../../src/crm-tables/designer/draft-model.ts';
import { updateField } from '../../src/crm-tables/designer/field-edits-model.ts';
import { type Fault, faultsIn, faultsOf } from '../../src/crm-tables/designer/rules-model.ts';
import { CUSTOMER_ID } from '../../src/shared/field-codes.ts';
import { DESIGN } from './support/design.ts';

/** The faults that the API reports for a design. */
function faultsByApi(design: Design): readonly Fault[] {
  try {
    completeDraft(parsePart('body', DraftInputSchema, inputOf(design)), []);
    return [];
  } catch (error) {
    if (error instanceof DomainError) return faultsIn(design, error.violations);
    throw error;
  }
}

const placesOf = (faults: readonly Fault[]) => faults.map(({ owner, property }) => `${owner} ${property}`);

const label = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'Hotel',
    ' hotel ',
    'Ｈotel',
    'P008',
    'p022',
    '\u200b',
    'a\u0007b',
    'x\ud800',
    '🎈'.repeat(51),
  ),
  fc.nat(102).map((length) => 'x'.repeat(length)),
);
const choice = fc.oneof(
  fc.constantFrom('Ritz', 'ritz', 'a;b', 'é', '🎈', 'a\u0007b', 'x\udc00'),
  fc.nat(202).map((length) => 'y'.repeat(length)),
);
const change = fc.record({
  label,
  type: fc.constantFrom(...FIELD_TYPES),
  maxLength: fc.oneof(fc.constantFrom(Number.NaN, -1, 0, 1, 2.5, 256, 257, 32_000, 32_001), fc.nat(300)),
  // As the user types them: one on each line.
  listValues: fc.array(choice, { maxLength: 4 }).map((choices) => choicesIn(choices.join('\n'))),
  required: fc.boolean(),
  strict: fc.boolean(),
});
const design = fc
  .record({
    name: label,
    defaultCountry: fc.constantFrom('GB', 'gb', '', 'G', 'GBR', '1A'),
    tab: label,
    customerId: change,
    fields: fc.array(change, { maxLength: 3 }),
  })
  .map(({ name, defaultCountry, tab, customerId, fields }) => {
    const [first, ...tabs] = DESIGN.tabs;
    const start: Design = { ...DESIGN, name, defaultCountry, tabs: first ? [{ ...first, label: tab }, ...tabs] : [] };
    const { label: ownLabel, maxLength } = customerId;
    return fields.reduce(
      (before, each, index) => updateField(before, `P02${index + 1}`, each),
      updateField(start, CUSTOMER_ID, { label: ownLabel, maxLength }),
    );
  });

test('the designer rejects a draft exactly if the API does, and finds every fault that the API reports', () => {
  let accepted = 0;
  fc.assert(
    fc.property(design, (each) => {
      const own = faultsOf(each);
      const byApi = faultsByApi(each);
      if (own.length === 0) accepted += 1;
      expect({ rejected: own.length > 0 }).toEqual({ rejected: byApi.length > 0 });
      expect(placesOf(own)).toEqual(expect.arrayContaining(placesOf(byApi)));
    }),
    { numRuns: 1_000 },
  );
  expect(accepted).toBeGreaterThan(0);
});

test('the designer accepts as many choices as the API, and no more', () => {
  const withChoices = (count: number) =>
    updateField(DESIGN, 'P021', { type: 'list', listValues: Array.from({ length: count }, (_, index) => `${index}`) });
  for (const count of [500, 501]) {
    const list = withChoices(count);
    expect([count, placesOf(faultsOf(list))]).toEqual([count, placesOf(faultsByApi(list))]);
  }
});
