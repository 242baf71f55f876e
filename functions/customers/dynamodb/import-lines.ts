import type { ImportLine } from '../domain/import-line.ts';
import type { CustomerItem } from './customer-item.ts';
import { unpackLine } from './packed-line.ts';

/**
 * The line of the import that wrote version v is in the attribute `i<v mod 10>`: so an import needs to know nothing of the
 * earlier lines, and a customer keeps at least the imports among its last ten changes.
 */
const SLOTS = 10;
const FIRST_VERSION = 1;

export const lineSlot = (version: number): string => `i${version % SLOTS}`;

/**
 * An import stores nothing for a customer that it inserts: `importId` names it. The write of the second version moves the
 * id into the slot of the first one.
 */
export const movesFirstLine = (version: number): boolean => version === FIRST_VERSION;
export const FIRST_LINE_SLOT = lineSlot(FIRST_VERSION);

const firstLine = (importId: string): ImportLine => ({
  ...{ importId, version: FIRST_VERSION, at: undefined, isCreation: true },
});

function lineOf(item: CustomerItem, slot: string): ImportLine | undefined {
  const value = item[slot];
  if (value?.B) return unpackLine(value.B);
  return value?.S === undefined ? undefined : firstLine(value.S);
}

/** The changes of a customer by imports, in no order. */
export function importLines(item: CustomerItem, version: number): readonly ImportLine[] {
  const lines = Array.from({ length: SLOTS }, (_, slot) => lineOf(item, lineSlot(slot)) ?? []).flat();
  const importId = item.importId?.S;
  if (importId === undefined || lines.some((line) => line.importId === importId)) return lines;
  const unknown = { importId, version: 0, at: undefined, isCreation: false };
  return [...lines, version === FIRST_VERSION ? firstLine(importId) : unknown];
}
