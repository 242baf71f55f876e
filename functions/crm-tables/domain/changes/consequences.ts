import type { CrmTable } from '../crm-table.ts';
import type { Draft } from '../draft.ts';
import type { Field } from '../field.ts';
import { isIndexed } from '../indexed.ts';
import type { PublishedTable } from '../published-table.ts';
import type { Consequence } from './changes.ts';
import type { ListComparison } from './compare-lists.ts';
import { type Finding, INDEXED_LATER, KEPT_FIELD_RULES, nameOf } from './kept-field-rules.ts';

function consequence(field: string | null, finding: Finding): Consequence {
  return { ...finding, field, needsConfirmation: finding.severity !== 'notice' };
}

function ofRemoved(field: Field): Finding {
  const detail = `${nameOf(field)} is removed. Its values stay stored, but can no longer be seen, searched or imported.`;
  return { code: 'field.removed', severity: 'serious', detail };
}

function ofAdded(field: Field, { publishedCodes }: CrmTable): Finding[] {
  const found: Finding[] = [];
  const isBack = publishedCodes.includes(field.code);
  if (isBack) {
    const detail = `${nameOf(field)} has the code of a field of an earlier version. Values that customers still have under this code become visible again, with this label.`;
    found.push({ code: 'field.code-used-before', severity: 'warning', detail });
  }
  if (field.required) {
    const detail = `${nameOf(field)} is new and required. It is blank for existing customers. In imports, a new or changed record without a value fails, and a file without a column for it is rejected.`;
    found.push({ code: 'field.becomes-required', severity: 'warning', detail });
  }
  if (isBack && isIndexed(field)) {
    const detail = `${nameOf(field)} becomes searchable. ${INDEXED_LATER}`;
    found.push({ code: 'field.becomes-searchable', severity: 'notice', detail });
  }
  return found;
}

/** The country matters to the index only: stored numbers are the typed ones. */
function ofCountry(before: PublishedTable, after: Draft): Finding[] {
  if (before.defaultCountry === after.defaultCountry) return [];
  const telephones = after.fields.filter(({ type }) => type === 'telephone');
  if (telephones.length === 0) return [];
  const fields = telephones.map(nameOf).join(', ');
  const detail = `Numbers without a country code in ${fields} are read as ${after.defaultCountry} instead of ${before.defaultCountry}. Existing customers are found by the new reading when the index is complete, some minutes later.`;
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
        const finding = rule(field);
        return finding ? [consequence(field.after.code, finding)] : [];
      }),
    ),
    ...added.flatMap((field) => ofAdded(field, table).map((finding) => consequence(field.code, finding))),
    ...ofCountry(before, after).map((finding) => consequence(null, finding)),
  ];
}
