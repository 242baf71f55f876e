import { type Design, type DesignField, type FieldType, type Flag, fieldsOf } from './draft-model.ts';

/** The fields of one tab on a form. */
export interface FormGroup {
  readonly tab: string;
  readonly label: string;
  readonly fields: readonly DesignField[];
}

/** What agents will see by the flags of a design. */
export interface Preview {
  readonly search: readonly DesignField[];
  readonly insert: readonly FormGroup[];
  readonly modify: readonly FormGroup[];
  readonly result: readonly DesignField[];
}

export function previewOf(design: Design): Preview {
  const having = (flag: Flag) => design.fields.filter(({ flags }) => flags[flag]);
  const form = (flag: Flag) =>
    design.tabs
      .map(({ id, label }) => ({ tab: id, label, fields: fieldsOf(design, id).filter(({ flags }) => flags[flag]) }))
      .filter(({ fields }) => fields.length > 0);
  return { search: having('search'), insert: form('insert'), modify: form('modify'), result: having('result') };
}

const SAMPLES: Readonly<Record<FieldType, string>> = {
  text: 'Example',
  number: '42',
  date: '2026-03-04',
  time: '09:30',
  'date-time': '2026-03-04 09:30',
  'yes-no': 'Yes',
  list: '',
  'multi-list': '',
  telephone: '+44 20 7946 0018',
  email: 'amelia@example.com',
  url: 'https://example.com',
  currency: '12.50',
  notes: 'Prefers calls in the morning.',
};

const SHORT_SAMPLES = ['Ab', 'A'];

/** A value of the field's type, for the preview; empty if none of the type is as short as the field. */
export function sampleOf({ type, listValues, maxLength }: DesignField): string {
  const short = type === 'text' || type === 'notes' ? SHORT_SAMPLES : [];
  const samples = [listValues[0] ?? SAMPLES[type], ...short];
  return samples.find((sample) => sample.length <= maxLength) ?? '';
}
