import type { components } from '../../shared/api/schema.ts';
import { DESIGNER, DRAFT_REASONS } from './text.ts';

export type DraftCheck = components['schemas']['DraftCheck'];

/** What a check of the stored customers has found, in words: a sentence, and a line for each field and reason. */
export interface DraftCheckText {
  readonly isRejecting: boolean;
  readonly summary: string;
  readonly lines: readonly string[];
}

export function draftCheckText({ checked, rejected, isWhole, hiddenFields, findings }: DraftCheck): DraftCheckText {
  const hidden = hiddenFields === 0 ? [] : [DESIGNER.notChecked(hiddenFields)];
  const isEmpty = checked === 0 && isWhole;
  return {
    isRejecting: rejected > 0,
    summary: isEmpty ? DESIGNER.nothingToCheck : DESIGNER.rejects(rejected, checked, isWhole),
    lines: [
      ...findings.map(({ label, field, code, customers }) =>
        DESIGNER.rejectedFor(`${label} (${field})`, DRAFT_REASONS[code] ?? code, customers),
      ),
      ...hidden,
    ],
  };
}
