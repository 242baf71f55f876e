import { DESIGNER } from './text.ts';

/** The choices in a text with one on each line. Spaces at their ends and empty lines do not count. */
export const choicesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** How the choices of a list change, in words. */
export function choicesText({
  added,
  removed,
}: {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}): readonly string[] {
  if (added.length === 0 && removed.length === 0) return [DESIGNER.choicesReordered];
  return [
    ...(added.length > 0 ? [DESIGNER.choicesAdded(added.join(', '))] : []),
    ...(removed.length > 0 ? [DESIGNER.choicesRemoved(removed.join(', '))] : []),
  ];
}
