import type { Draft } from '../draft.ts';
import type { Field } from '../field.ts';
import { FLAGS, type Flag, type Reminder, type VisibilityChange } from './changes.ts';

const SHOWN: Readonly<Record<Flag, string>> = {
  search: 'Agents can search for customers by it.',
  insert: 'It is on the form for a new customer.',
  modify: 'Agents can change it.',
  result: 'It is a column of the list of matches.',
};

const HIDDEN: Readonly<Record<Flag, string>> = {
  search: 'Agents can no longer search for customers by it.',
  insert: 'It is no longer on the form for a new customer.',
  modify: 'Agents can no longer change it.',
  result: 'It is no longer a column of the list of matches.',
};

/** The fields that agents begin or cease to see, by flag. A missing field has no flags. */
export function visibilityChanges(before: Field | undefined, after: Field | undefined): VisibilityChange[] {
  const named = after ?? before;
  if (!named) return [];
  return FLAGS.flatMap((flag): VisibilityChange[] => {
    const is = after?.flags[flag] ?? false;
    if (is === (before?.flags[flag] ?? false)) return [];
    const { code, label } = named;
    return [{ code, label, flag, becomes: is ? 'visible' : 'hidden', detail: (is ? SHOWN : HIDDEN)[flag] }];
  });
}

function isSeen({ flags }: Field): boolean {
  return FLAGS.some((flag) => flags[flag]);
}

/** The fields and tabs of a draft that no agent sees, because none of their flags is set. */
export function remindersOf({ fields, tabs }: Draft): Reminder[] {
  const unseen = fields
    .filter((field) => !isSeen(field))
    .map(({ code, label, tab }): Reminder => {
      const detail = `Agents do not see ${label} (${code}). Set Search, Insert, Modify or Result.`;
      return { code: 'field.nobody-sees-it', field: code, tab, detail };
    });
  const empty = tabs
    .filter(({ id }) => !fields.some((field) => field.tab === id && isSeen(field)))
    .map(({ id, label }): Reminder => {
      const detail = `Agents see no field under the tab ${label}. Assign a field with a flag to it.`;
      return { code: 'tab.nobody-sees-it', field: null, tab: id, detail };
    });
  return [...unseen, ...empty];
}
