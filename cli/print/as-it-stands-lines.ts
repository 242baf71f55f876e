import type { Preview } from '../api/preview.ts';
import { PROGRAM } from '../program-name.ts';
import { printable } from './printable.ts';
import { shellWord } from './shell-word.ts';

/** What an import does that is started now, with the options of the preview and without its proposal. */
export function asItStandsLines({ rejection, asItStands }: Preview): string[] {
  if (rejection) return [`As it stands, the import is rejected: ${printable(rejection.reason)}`];
  if (!asItStands) return [];
  const { imported, ignored } = asItStands;
  const all = imported.length + ignored.length;
  const fed = imported.map((column) => `${nameOf(column)} -> ${column.field}`);
  return [
    `As it stands, the import takes ${imported.length} of ${all} columns: ${printable(fed.join(', '))}`,
    ...(ignored.length === 0 ? [] : [`It leaves out: ${printable(ignored.map(nameOf).join(', '))}`]),
  ];
}

/** Whether the proposal says something else than what the import does by itself. */
export function isProposalNews({ rejection, asItStands, columns }: Preview): boolean {
  if (rejection || !asItStands) return true;
  const fed = new Map(asItStands.imported.map(({ position, field }) => [position, field]));
  return columns.some(({ position, field }) => (fed.get(position) ?? null) !== field);
}

/**
 * How the proposal is put to use. @param named the file as the preview's command named it
 * @param isHere whether the file lies on this machine, so that the terminal can import it
 */
export function adoptionLines(
  { mapping, rejectionWithMapping }: Preview,
  table: string,
  named: string,
  isHere: boolean,
) {
  if (rejectionWithMapping) {
    return [`With this proposal, too, the import is rejected: ${printable(rejectionWithMapping.reason)}`];
  }
  if (mapping.length === 0) return [];
  const maps = mapping.map(({ column, field }) => `--map ${shellWord(`${column}=${field ?? ''}`)}`).join(' ');
  return [
    ...(isHere
      ? ['Import it by this proposal:', `  ${PROGRAM} import ${shellWord(named)} --table ${table} --accept-proposal`]
      : []),
    'Keep the proposal as a definition, for uploads of any kind:',
    `  ${PROGRAM} definitions save NAME --table ${table} ${maps}`,
  ];
}

const nameOf = ({ position, name = '' }: { readonly position: number; readonly name?: string | null }): string =>
  name?.trim() ? `${position} (${name})` : String(position);
