import type { CrmTable } from '../crm-table.ts';
import type { Draft } from '../draft.ts';
import type { Field } from '../field.ts';
import { isIndexed } from '../indexed.ts';
import type { PublishedTable } from '../published-table.ts';
import type { Consequence } from './changes.ts';
import type { ListComparison } from './compare-lists.ts';
import { type Finding, KEPT_FIELD_RULES, nameOf } from './kept-field-rules.ts';

function consequence(field: string | null, finding: Finding): Consequence {
  return { ...finding, field, needsConfirmation: finding.severity !== 'notice' };
}

function ofRemoved(field: Field): Finding {
  const slot = isIndexed(field) ? ' It still counts as one of the ten searchable fields.' : '';
  const detail = `${nameOf(field)} is removed. Values that customers have in it stay stored, but nobody sees, searches or imports them.${slot}`;
  return { code: 'field.removed', severity: 'serious', detail };
}

function ofAdded(field: Field, { publishedCodes }: CrmTable): Finding[] {
  const found: Finding[] = [];
  const isBack = publishedCodes.includes(field.code);
  if (isBack) {
    const detail = `${nameOf(field)} has a code that an earlier version had. What customers still hold under it is seen again, by this label.`;
    found.push({ code: 'field.code-used-before', severity: 'warning', detail });
  }
  if (field.required) {
    const detail = `${nameOf(field)} is new and required. Customers who are there have it blank; a new or changed record that leaves it blank fails in imports, and a file without a column for it is rejected.`;
    found.push({ code: 'field.becomes-required', severity: 'warning', detail });
  }
  if (isBack && isIndexed(field)) {
    const detail = `${nameOf(field)} becomes searchable. Customers who hold a value of it are found by it only if they were found before it was removed, or are changed from now on.`;
    found.push({ code: 'field.becomes-searchable', severity: 'warning', detail });
  }
  return found;
}

/** The country matters to the index only: stored numbers are the typed ones. */
function ofCountry(before: PublishedTable, after: Draft): Finding[] {
  if (before.defaultCountry === after.defaultCountry) return [];
  const telephones = after.fields.filter(({ type }) => type === 'telephone');
  if (telephones.length === 0) return [];
  const fields = telephones.map(nameOf).join(', ');
  const detail = `Numbers without a country code are read as ${after.defaultCountry}, before ${before.defaultCountry}, in ${fields}. Customers who are there are found as before until they are changed.`;
  return [{ code: 'crm-table.country-changed', severity: 'warning', detail }];
}

/** The consequences for stored customers of publishing a draft in place of a version, by field. */
export function consequencesOf(
  table: CrmTable,
  before: PublishedTable,
  after: Draft,
  { added, removed, kept }: ListComparison<Field>,
): Consequence[] {
  return [
    ...removed.map((field) => consequence(field.code, ofRemoved(field))),
    ...kept.flatMap((field) =>
      KEPT_FIELD_RULES.flatMap((rule) => {
        const finding = rule({ ...field, slots: table.slots });
        return finding ? [consequence(field.after.code, finding)] : [];
      }),
    ),
    ...added.flatMap((field) => ofAdded(field, table).map((finding) => consequence(field.code, finding))),
    ...ofCountry(before, after).map((finding) => consequence(null, finding)),
  ];
}
