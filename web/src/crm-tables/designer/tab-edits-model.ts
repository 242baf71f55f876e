import { type Design, grouped } from './draft-model.ts';

const LONGEST_ID = 40;

/** An id for a new tab that no tab of the design has. */
export function newTabId({ tabs }: Design): string {
  for (let number = tabs.length + 1; ; number += 1) {
    const id = `tab-${number}`.slice(0, LONGEST_ID);
    if (tabs.every((tab) => tab.id !== id)) return id;
  }
}

/** @param after the id of the tab before it; at the end if there is none */
export function addTab(design: Design, id: string, after?: string): Design {
  const index = design.tabs.findIndex((tab) => tab.id === after);
  const at = index < 0 ? design.tabs.length : index + 1;
  return grouped({ ...design, tabs: design.tabs.toSpliced(at, 0, { id, label: '' }) });
}

export function renameTab(design: Design, id: string, label: string): Design {
  return { ...design, tabs: design.tabs.map((tab) => (tab.id === id ? { ...tab, label } : tab)) };
}

/** Removes a tab. Its fields move to the tab before it, or to the next one; the last tab stays. */
export function removeTab(design: Design, id: string): Design {
  const index = design.tabs.findIndex((tab) => tab.id === id);
  const heir = design.tabs[index - 1] ?? design.tabs[index + 1];
  if (index < 0 || !heir) return design;
  return grouped({
    ...design,
    tabs: design.tabs.filter((tab) => tab.id !== id),
    fields: design.fields.map((field) => (field.tab === id ? { ...field, tab: heir.id } : field)),
  });
}

/** Moves a tab with its fields one place up or down. */
export function moveTab(design: Design, id: string, step: -1 | 1): Design {
  const index = design.tabs.findIndex((tab) => tab.id === id);
  const [tab, other] = [design.tabs[index], design.tabs[index + step]];
  if (!tab || !other) return design;
  return grouped({ ...design, tabs: design.tabs.with(index, other).with(index + step, tab) });
}

/** Puts a tab with its fields before another tab. */
export function placeTab(design: Design, id: string, before: string): Design {
  const moved = design.tabs.find((tab) => tab.id === id);
  if (!moved || id === before) return design;
  const others = design.tabs.filter((tab) => tab.id !== id);
  const index = others.findIndex((tab) => tab.id === before);
  return grouped({ ...design, tabs: others.toSpliced(index < 0 ? others.length : index, 0, moved) });
}
