import { CUSTOMER_ID_CODE } from '../../shared/domain/crm-table-names.ts';
import type { Violation } from '../../shared/domain/errors.ts';
import { foldName } from '../../shared/domain/text.ts';
import type { Draft } from './draft.ts';
import { fieldViolations } from './field-rules.ts';
import { isTelephoneCountry } from './telephone-countries.ts';

/** A version is one item of at most 400 KB with a few more attributes; long lists of choices are its largest part. */
const LARGEST_DRAFT_BYTES = 300 * 1024;

/** A violation for each value that repeats an earlier one. */
function repeated(values: readonly string[], pointer: (index: number) => string, code: string): Violation[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ pointer: pointer(index), code, detail: 'This value occurs earlier in the list; it must be unique.' }];
  });
}

function tabViolations({ tabs, fields }: Draft): Violation[] {
  const known = new Set(tabs.map((tab) => tab.id));
  return [
    ...repeated(
      tabs.map((tab) => tab.id),
      (index) => `/tabs/${index}/id`,
      'tab.id-twice',
    ),
    ...repeated(
      tabs.map((tab) => foldName(tab.label)),
      (index) => `/tabs/${index}/label`,
      'tab.label-twice',
    ),
    ...fields.flatMap((field, index) =>
      known.has(field.tab)
        ? []
        : [{ pointer: `/fields/${index}/tab`, code: 'field.tab-unknown', detail: 'No tab has this id.' }],
    ),
  ];
}

/** A file's header names a field by label or code, so a label must not equal another field's code. */
function nameViolations({ fields }: Draft): Violation[] {
  const codes = new Set(fields.map((field) => field.code));
  return [
    ...repeated(
      fields.map((field) => field.code),
      (index) => `/fields/${index}/code`,
      'field.code-twice',
    ),
    ...repeated(
      fields.map((field) => foldName(field.label)),
      (index) => `/fields/${index}/label`,
      'field.label-twice',
    ),
    ...fields.flatMap(({ code, label }, index) => {
      const called = label.toUpperCase();
      if (called === code || !codes.has(called)) return [];
      return [
        {
          pointer: `/fields/${index}/label`,
          code: 'field.label-is-code',
          detail: 'This label is the code of another field. Choose another label.',
        },
      ];
    }),
  ];
}

function tableViolations(draft: Draft): Violation[] {
  const found: Violation[] = [];
  if (!isTelephoneCountry(draft.defaultCountry)) {
    const detail = 'Telephone numbers of this country are not supported. Choose another country.';
    found.push({ pointer: '/defaultCountry', code: 'crm-table.country-unknown', detail });
  }
  if (!draft.fields.some((field) => field.code === CUSTOMER_ID_CODE)) {
    const detail = `The Customer ID, ${CUSTOMER_ID_CODE}, cannot be removed.`;
    found.push({ pointer: '/fields', code: 'field.customer-id', detail });
  }
  if (Buffer.byteLength(JSON.stringify(draft)) > LARGEST_DRAFT_BYTES) {
    const detail = 'All fields together are too large; shorten the lists of choices.';
    found.push({ pointer: '/fields', code: 'crm-table.too-large', detail });
  }
  return found;
}

/** All violations of a draft; a stored draft has none. */
export function draftViolations(draft: Draft): Violation[] {
  return [
    ...tableViolations(draft),
    ...tabViolations(draft),
    ...nameViolations(draft),
    ...draft.fields.flatMap((field, index) => fieldViolations(field, `/fields/${index}`)),
  ];
}
