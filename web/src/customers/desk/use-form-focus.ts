import { type RefObject, useEffect, useRef } from 'react';
import type { FormState } from '../../shared/form/use-form.ts';
import type { Field, Values } from '../fields-model.ts';

const FIRST_INPUT = '[role=tabpanel] :is(input, textarea, button[aria-haspopup])';

/**
 * Moves the focus in a form: to its first input at the beginning, to the choice between two persons' values, and after an
 * attempt to save to the first field that is wrong, whose tab is shown.
 * @returns a function to call at each attempt
 */
export function useFormFocus(
  frame: RefObject<HTMLElement | null>,
  { errors, conflict }: FormState<Values>,
  fields: readonly Field[],
  onTab: (id: string) => void,
): () => void {
  const attempts = useRef(0);
  const focus = (selector: string) => frame.current?.querySelector<HTMLElement>(selector)?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the beginning alone.
  useEffect(() => focus(FIRST_INPUT), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the choice appears.
  useEffect(() => {
    if (conflict) focus('input[type=radio]:checked, [role=group] button');
  }, [conflict !== undefined]);
  useEffect(() => {
    const wrong = fields.find(({ code }) => errors[code] !== undefined);
    if (attempts.current === 0 || !wrong) return;
    attempts.current = 0;
    onTab(wrong.tab);
    requestAnimationFrame(() => focus('[aria-invalid=true]'));
  });
  return () => {
    attempts.current += 1;
  };
}
