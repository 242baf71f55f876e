import type { Preview } from '../api/preview.ts';
import { PROGRAM } from '../program-name.ts';
import { printable } from './printable.ts';
import { shellWord } from './shell-word.ts';

/** The result of an import with the options of the preview and without its proposal. */
export function asItStandsLines({ rejection, asItStands }: Preview): string[] {
  if (rejection) return [`Without the proposal, the import is rejected: ${printable(rejection.reason)}`];
  if (!asItStands) return [];
  const { imported, ignored } = asItStands;
  const all = imported.length + ignored.length;
  const fed = imported.map((column) => `${nameOf(column)} -> ${column.field}`);
  return [
    `Without the proposal, the import reads ${imported.length} of ${all} columns: ${printable(fed.join(', '))}`,
    ...(ignored.length === 0 ? [] : [`It ignores: ${printable(ignored.map(nameOf).join(', '))}`]),
  ];
}

/** Whether the proposal differs from the mapping of an import without it. */
export function isProposalNews({ rejection, asItStands, columns }: Preview): boolean {
  if (rejection || !asItStands) return true;
  const fed = new Map(asItStands.imported.map(({ position, field }) => [position, field]));
  return columns.some(({ position, field }) => (fed.get(position) ?? null) !== field);
}

/**
 * The commands that use the proposal. @param named the file's name in the command
 * @param isHere whether the file is local, so that the terminal can import it
 */
export function adoptionLines(
  { mapping, rejectionWithMapping }: Preview,
  table: string,
  named: string,
  isHere: boolean,
) {
  if (rejectionWithMapping) {
    return [`The import is rejected even with this proposal: ${printable(rejectionWithMapping.reason)}`];
  }
  if (mapping.length === 0) return [];
  const maps = mapping.map(({ column, field }) => `--map ${shellWord(`${column}=${field ?? ''}`)}`).join(' ');
  return [
    ...(isHere
      ? [
          'Import the file with this proposal:',
          `  ${PROGRAM} import ${shellWord(named)} --table ${table} --accept-proposal`,
        ]
      : []),
    'Save the proposal as a definition for later imports:',
    `  ${PROGRAM} definitions save NAME --table ${table} ${maps}`,
  ];
}

const nameOf = ({ position, name = '' }: { readonly position: number; readonly name?: string | null }): string =>
  name?.trim() ? `${position} (${name})` : String(position);
