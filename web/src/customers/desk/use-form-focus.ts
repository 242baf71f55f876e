import { type RefObject, useEffect, useRef } from 'react';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import type { FormState } from '../../shared/form/use-form.ts';
import type { Field, Values } from '../fields-model.ts';

/** Not the Customer ID of a new customer: a name typed there would stay as the ID for ever. */
const FIRST_INPUT = `[role=tabpanel] :is(input:not([name=${CUSTOMER_ID}]), textarea, button[aria-haspopup])`;

/**
 * Moves the focus in a form: to its first input at the beginning, to the choice between two persons' values, from there to
 * Save, and after an attempt to save to the first field that is wrong, whose tab is shown.
 * @returns a function to call at each attempt
 */
export function useFormFocus(
  frame: RefObject<HTMLElement | null>,
  { errors, conflict }: FormState<Values>,
  fields: readonly Field[],
  onTab: (id: string) => void,
): () => void {
  const attempts = useRef(0);
  const lastConflict = useRef<FormState<Values>['conflict']>(undefined);
  const focus = (selector: string) => frame.current?.querySelector<HTMLElement>(selector)?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the beginning alone.
  useEffect(() => focus(FIRST_INPUT), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the choice appears and when it goes.
  useEffect(() => {
    if (conflict) focus('input[type=radio]:checked, [role=group] button');
    else if (lastConflict.current) focus('button[type=submit]');
    lastConflict.current = conflict;
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
