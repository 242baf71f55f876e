import { useEffect, useRef, useState } from 'react';
import type { FormState } from '../../shared/form/use-form.ts';
import type { Values } from '../fields-model.ts';
import { changesOf } from './draft-model.ts';
import type { Drafts } from './use-draft.ts';

/** Keeps what is typed with each change. @returns whether the browser had room */
export function useKeepDraft(
  { base, values, isDirty }: FormState<Values>,
  { keepDraft, forgetDraft }: Drafts,
): boolean {
  const [isKept, setKept] = useState(true);
  // A form in which nothing was typed leaves the draft of an earlier one.
  const edits = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions are made again each time.
  useEffect(() => {
    if (isDirty) {
      edits.current += 1;
      const { etag } = base;
      const draft = { base: base.values, typed: changesOf(base.values, values), ...(etag !== undefined && { etag }) };
      setKept(keepDraft(draft));
    } else if (edits.current > 0) forgetDraft();
  }, [base, values, isDirty]);
  return isKept;
}
