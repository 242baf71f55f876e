import type { Design, DesignField } from '../../../src/crm-tables/designer/draft-model.ts';
import { newField } from '../../../src/crm-tables/designer/field-edits-model.ts';

export function field(key: string, tab: string, change: Partial<DesignField> = {}): DesignField {
  const code = /^P\d{3}$/.test(key) ? key : undefined;
  return { ...newField(key, tab), code, label: `Label ${key}`, ...change };
}

/** Two tabs: `a` with P008, P021 and P022, `b` with P023. */
export const DESIGN: Design = {
  name: 'Vouchers',
  defaultCountry: 'GB',
  tabs: [
    { id: 'a', label: 'Tab a' },
    { id: 'b', label: 'Tab b' },
  ],
  autoPopNotes: false,
  fields: [field('P008', 'a', { required: true }), field('P021', 'a'), field('P022', 'a'), field('P023', 'b')],
};

/** The fields by tab, for instance `a: P008 P021, b: P023`. */
export const outline = ({ tabs, fields }: Design): string =>
  tabs
    .map(({ id }) => [`${id}:`, ...fields.filter(({ tab }) => tab === id).map(({ key }) => key)].join(' '))
    .join(', ');
