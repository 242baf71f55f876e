import { isSkipLines, savingFault } from './choices-model.ts';
import { isReadable } from './format-model.ts';
import { laterFault } from './later-model.ts';
import { MAPPING, SUMMARY, WIZARD } from './text.ts';
import type { Wizard } from './use-wizard.ts';

export const STEPS = ['file', 'format', 'mapping', 'options', 'summary'] as const;
export type Step = (typeof STEPS)[number];

/** What is missing before the next step; undefined if nothing is. */
export function faultOf(step: Step, wizard: Wizard): string | undefined {
  const { choices, file, proposal, check } = wizard;
  switch (step) {
    case 'file':
      if (choices.tablePrefix === '') return WIZARD.needsTable;
      return file === undefined ? WIZARD.needsFile : undefined;
    case 'format':
      if (!isSkipLines(choices.format.skipLines)) return WIZARD.skipLinesRule;
      if (proposal.error) return WIZARD.previewFailed;
      if (proposal.preview === undefined) return WIZARD.reading;
      return isReadable(proposal.preview) ? undefined : WIZARD.notCsv;
    case 'mapping':
      if (check.error) return WIZARD.previewFailed;
      return check.preview?.rejection === undefined ? undefined : MAPPING.rejected;
    case 'options':
      return laterFault(choices.later, choices.saving.name) ?? savingFault(choices.saving);
    case 'summary':
      return check.isBehind || check.preview === undefined ? SUMMARY.behind : undefined;
  }
}
