import { createHash } from 'node:crypto';
import type { CrmTable } from '../crm-table.ts';
import type { Draft } from '../draft.ts';
import type { Field } from '../field.ts';
import type { PublishedTable } from '../published-table.ts';
import type { Changes, PropertyChange } from './changes.ts';
import { compareField } from './compare-fields.ts';
import { compareLists, type ListComparison } from './compare-lists.ts';
import { consequencesOf } from './consequences.ts';
import { remindersOf, visibilityChanges } from './visibility.ts';

type Structure = Pick<Draft, 'name' | 'defaultCountry' | 'tabs' | 'autoPopNotes' | 'fields'>;

const NO_STRUCTURE: Pick<Structure, 'tabs' | 'fields'> = { tabs: [], fields: [] };

function ownProperties(before: PublishedTable | undefined, after: Draft): PropertyChange[] {
  if (!before) return [];
  const texts = (['name', 'defaultCountry'] as const).map((property) => ({
    ...{ property, from: before[property], to: after[property] },
  }));
  const { autoPopNotes: from = false } = before;
  const { autoPopNotes: to = false } = after;
  return [...texts, { property: 'autoPopNotes', from, to }].filter(({ from, to }) => from !== to);
}

const named = ({ code, label }: Field) => ({ code, label });

function fieldChanges({ added, removed, kept, moved }: ListComparison<Field>): Changes['fields'] {
  return {
    added: added.map(named),
    removed: removed.map(named),
    changed: kept.flatMap(({ before, after }) => compareField(before, after) ?? []),
    moved: moved.map(({ after, from, to }) => ({ ...named(after), from, to })),
  };
}

function tabChanges(before: Structure['tabs'], after: Structure['tabs']): Changes['tabs'] {
  const { added, removed, kept, moved } = compareLists(before, after, ({ id }) => id);
  return {
    added: [...added],
    removed: [...removed],
    renamed: kept
      .filter((tab) => tab.before.label !== tab.after.label)
      .map((tab) => ({ id: tab.after.id, from: tab.before.label, to: tab.after.label })),
    moved: moved.map(({ after: tab, from, to }) => ({ ...tab, from, to })),
  };
}

/** Identifies exactly these changes to exactly this version: any other change or publication gives another value. */
function confirmationOf(table: CrmTable, changes: Omit<Changes, 'confirm'>): string | null {
  if (!changes.consequences.some(({ needsConfirmation }) => needsConfirmation)) return null;
  return createHash('sha256')
    .update(JSON.stringify([table.prefix, changes]))
    .digest('base64url');
}

/** The changes that publishing the draft makes to the published version, if there is one. */
export function describeChanges(table: CrmTable, before: PublishedTable | undefined, after: Draft): Changes {
  const old = before ?? NO_STRUCTURE;
  const fields = compareLists(old.fields, after.fields, ({ code }) => code);
  const changes = {
    since: before?.version ?? null,
    properties: ownProperties(before, after),
    fields: fieldChanges(fields),
    tabs: tabChanges(old.tabs, after.tabs),
    visibility: [
      ...fields.removed.flatMap((field) => visibilityChanges(field, undefined)),
      ...fields.kept.flatMap((field) => visibilityChanges(field.before, field.after)),
      ...fields.added.flatMap((field) => visibilityChanges(undefined, field)),
    ],
    reminders: remindersOf(after),
    consequences: before ? consequencesOf(table, before, after, fields) : [],
  };
  return { ...changes, confirm: confirmationOf(table, changes) };
}
