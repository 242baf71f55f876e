/** States of a value that can be undone and redone. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
  /** Names the last edit; further edits of the same name are undone together with it. */
  readonly edit: string | undefined;
}

const MOST_STEPS = 200;

export const historyOf = <Value>(present: Value): History<Value> => ({
  past: [],
  present,
  future: [],
  edit: undefined,
});

/** @param edit such as `label P018`: successive edits of this name are one step, for instance typing */
export function edited<Value>(history: History<Value>, next: Value, edit?: string): History<Value> {
  if (next === history.present) return history;
  const isSameEdit = edit !== undefined && edit === history.edit;
  const past = isSameEdit ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: next, future: [], edit };
}

export function undone<Value>({ past, present, future, edit }: History<Value>): History<Value> {
  const previous = past.at(-1);
  if (previous === undefined) return { past, present, future, edit };
  return { past: past.slice(0, -1), present: previous, future: [present, ...future], edit: undefined };
}

export function redone<Value>({ past, present, future, edit }: History<Value>): History<Value> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future, edit };
  return { past: [...past, present], present: next, future: rest, edit: undefined };
}

/** Changes every state, for instance to give fields the codes that the API has assigned. */
export function mapped<Value>(history: History<Value>, change: (value: Value) => Value): History<Value> {
  return {
    ...history,
    past: history.past.map(change),
    present: change(history.present),
    future: history.future.map(change),
  };
}
