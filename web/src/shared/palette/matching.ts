import type { PaletteEntry } from './source.ts';

/** Entries of one kind, under the name of the kind. */
export interface PaletteGroup {
  readonly label: string;
  readonly entries: readonly PaletteEntry[];
  readonly needsText?: boolean;
}

const comparable = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();

/** The entries whose text or detail contains what the user has typed, blind to case; groups without one are left out. */
export function matchingGroups(groups: readonly PaletteGroup[], typed: string): readonly PaletteGroup[] {
  const wanted = comparable(typed);
  const isWanted = ({ text, detail }: PaletteEntry) => comparable(`${text} ${detail ?? ''}`).includes(wanted);
  return groups
    .filter(({ needsText }) => !needsText || wanted !== '')
    .map(({ label, entries }) => ({ label, entries: entries.filter(isWanted) }))
    .filter(({ entries }) => entries.length > 0);
}
