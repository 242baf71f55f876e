import { TYPES } from '../text.ts';
import { choicesText } from './choices-model.ts';
import { type Design, type DesignField, FLAGS } from './draft-model.ts';
import { DESIGNER } from './text.ts';

/** One difference between two structures, in words. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly what: string;
  /** The values before and after; empty for what was added, removed or moved. */
  readonly details: readonly string[];
}

const shown = (value: string | number | boolean): string => {
  if (typeof value === 'boolean') return value ? DESIGNER.yes : DESIGNER.no;
  return value === '' ? DESIGNER.empty : String(value);
};

function detail(name: string, before: string | number | boolean, after: string | number | boolean): string[] {
  return before === after ? [] : [DESIGNER.fromTo(name, shown(before), shown(after))];
}

function choiceChanges(before: readonly string[], after: readonly string[]): readonly string[] {
  if (before.join('\n') === after.join('\n')) return [];
  const lacking = (all: readonly string[], some: readonly string[]) => all.filter((value) => !some.includes(value));
  return choicesText({ added: lacking(after, before), removed: lacking(before, after) });
}

function fieldDetails(
  before: DesignField,
  after: DesignField,
  tabName: (id: string, design: 0 | 1) => string,
): string[] {
  const { columns, property } = DESIGNER;
  return [
    ...detail(property.label, before.label, after.label),
    ...detail(property.type, TYPES[before.type], TYPES[after.type]),
    ...detail(property.maxLength, before.maxLength, after.maxLength),
    ...detail(property.required, before.required, after.required),
    ...detail(property.strict, before.strict, after.strict),
    ...choiceChanges(before.listValues, after.listValues),
    ...FLAGS.flatMap((flag) => detail(columns[flag], before.flags[flag], after.flags[flag])),
    ...(before.tab === after.tab ? [] : detail(property.tab, tabName(before.tab, 0), tabName(after.tab, 1))),
  ];
}

/** The items of both lists whose order among each other differs: those outside the longest common order. */
function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const kept = after.filter((id) => before.includes(id));
  const places = kept.map((id) => before.indexOf(id));
  const lengths = places.map(() => 1);
  const previous = places.map(() => -1);
  for (const [index, place] of places.entries()) {
    for (let earlier = 0; earlier < index; earlier += 1) {
      if ((places[earlier] ?? 0) < place && (lengths[earlier] ?? 0) >= (lengths[index] ?? 0)) {
        lengths[index] = (lengths[earlier] ?? 0) + 1;
        previous[index] = earlier;
      }
    }
  }
  const staying = new Set<string>();
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = previous[at] ?? -1) staying.add(kept[at] ?? '');
  return new Set(kept.filter((id) => !staying.has(id)));
}

interface Item {
  readonly id: string;
  readonly what: string;
}

function compareLists(
  before: readonly Item[],
  after: readonly Item[],
  detailsOf: (id: string) => readonly string[],
): Difference[] {
  const lacks = (list: readonly Item[]) => (item: Item) => list.every(({ id }) => id !== item.id);
  const moved = movedIds(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  );
  const kept = after.filter((item) => !lacks(before)(item));
  const none: readonly string[] = [];
  return [
    ...after.filter(lacks(before)).map(({ what }) => ({ kind: 'added' as const, what, details: none })),
    ...before.filter(lacks(after)).map(({ what }) => ({ kind: 'removed' as const, what, details: none })),
    ...kept
      .map(({ id, what }) => ({ kind: 'changed' as const, what, details: detailsOf(id) }))
      .filter(({ details }) => details.length > 0),
    ...kept.filter(({ id }) => moved.has(id)).map(({ what }) => ({ kind: 'moved' as const, what, details: none })),
  ];
}

const tabItem = ({ id, label }: Design['tabs'][number]): Item => ({ id, what: DESIGNER.tabNamed(label) });
const fieldItem = ({ key, code, label }: DesignField): Item => ({
  id: code ?? key,
  what: code === undefined ? label : `${label} (${code})`,
});

/** The differences of a structure from an earlier one. Fields are the same if their codes are. */
export function compareDesigns(before: Design, after: Design): readonly Difference[] {
  const both = [before, after] as const;
  const tabName = (id: string, design: 0 | 1) => both[design].tabs.find((tab) => tab.id === id)?.label ?? id;
  const own = [
    ...detail(DESIGNER.name, before.name, after.name),
    ...detail(DESIGNER.country, before.defaultCountry, after.defaultCountry),
    ...detail(DESIGNER.autoPopNotes, before.autoPopNotes, after.autoPopNotes),
  ];
  const tabDetails = (id: string) => detail(DESIGNER.property.label, tabName(id, 0), tabName(id, 1));
  const fieldWith = ({ fields }: Design, id: string) => fields.find(({ key, code }) => (code ?? key) === id);
  return [
    ...(own.length === 0 ? [] : [{ kind: 'changed' as const, what: DESIGNER.settings, details: own }]),
    ...compareLists(before.tabs.map(tabItem), after.tabs.map(tabItem), tabDetails),
    ...compareLists(before.fields.map(fieldItem), after.fields.map(fieldItem), (id) => {
      const [old, now] = both.map((design) => fieldWith(design, id));
      return old && now ? fieldDetails(old, now, tabName) : [];
    }),
  ];
}
