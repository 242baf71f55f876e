import { type CellChange, type Corrections, isCorrected, withCells, withLeftOut } from './corrections-model.ts';

/** In the storage of the tab: corrections hold values of customers, and the session ends with the tab too. */
const keyOf = (importId: string): string => `switchboard.corrections.${importId}`;

/** The corrections of one value in one column. */
interface StoredEdit {
  readonly column: number;
  readonly value: string;
  readonly rows: readonly number[];
}

interface Draft {
  readonly edits: readonly StoredEdit[];
  readonly leftOut: readonly number[];
  /** Records that the page leaves out at first, and the person has taken in. */
  readonly takenIn: readonly number[];
}

export function draftOf({ rows }: Corrections): Draft {
  const edits = new Map<string, { column: number; value: string; rows: number[] }>();
  for (const { record, edits: own } of rows) {
    for (const [column, value] of own) {
      const key = JSON.stringify([column, value]);
      const edit = edits.get(key) ?? { column, value, rows: [] };
      edit.rows.push(record.index);
      edits.set(key, edit);
    }
  }
  const corrected = rows.filter(isCorrected);
  const indices = (isLeftOut: boolean) =>
    corrected.filter((row) => row.isLeftOut === isLeftOut).map(({ record }) => record.index);
  return { edits: [...edits.values()], leftOut: indices(true), takenIn: indices(false) };
}

export function withDraft(state: Corrections, { edits, leftOut, takenIn }: Draft): Corrections {
  const changes = edits.flatMap(({ column, value, rows }): CellChange[] =>
    rows.map((index) => ({ index, column, value })),
  );
  return withLeftOut(withLeftOut(withCells(state, changes), new Set(leftOut), true), new Set(takenIn), false);
}

/** @returns whether the browser had room */
export function keepCorrections(importId: string, state: Corrections): boolean {
  try {
    if (state.rows.some(isCorrected)) sessionStorage.setItem(keyOf(importId), JSON.stringify(draftOf(state)));
    else forgetCorrections(importId);
    return true;
  } catch {
    return false;
  }
}

export const forgetCorrections = (importId: string): void => sessionStorage.removeItem(keyOf(importId));

export function keptCorrections(importId: string): Draft | undefined {
  return storedDraft(sessionStorage.getItem(keyOf(importId)));
}

/** @param text as the browser has stored it */
export function storedDraft(text: string | null): Draft | undefined {
  try {
    const stored: unknown = JSON.parse(text ?? 'null');
    return isDraft(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** The tab keeps nothing longer than a session: it holds what this console has written. */
function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  return ['edits', 'leftOut', 'takenIn'].every((name) => Array.isArray(Reflect.get(value, name)));
}
