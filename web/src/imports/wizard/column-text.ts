import type { MappedColumn } from './mapping-model.ts';
import { MAPPING, REASONS } from './text.ts';

/** Why a column feeds its field, or none. */
export const reasonText = ({ isEdited, proposed }: MappedColumn): string =>
  isEdited ? MAPPING.byYou : REASONS[proposed.reason];

/** `certain`, or `87 %`; empty where nothing is proposed. */
export function confidenceText({ isEdited, proposed: { reason, confidence } }: MappedColumn): string {
  if (isEdited || reason === 'none') return '';
  return confidence === 1 ? '(certain)' : `(${Math.round(confidence * 100)} %)`;
}
