import type { KeyboardEvent, MouseEvent } from 'react';

/** What opens a note or a document; Enter presses it as any button. */
const OPENER = '[data-opens]';
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrow keys go from one event that can be opened to the next. */
export function moveBetweenEvents(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const { currentTarget: list, target } = event;
  const opener = target instanceof Element ? target.closest<HTMLElement>(OPENER) : null;
  if (step === undefined || !opener) return;
  const openers = [...list.querySelectorAll<HTMLElement>(OPENER)];
  openers[openers.indexOf(opener) + step]?.focus();
  event.preventDefault();
}

/** A double-click on an event opens its note or document. */
export function openByDoubleClick({ target }: MouseEvent<HTMLElement>): void {
  // Two clicks on the button itself have opened it already.
  if (!(target instanceof Element) || target.closest('button, a, input, summary, [role=button]')) return;
  target.closest('li')?.querySelector<HTMLElement>(OPENER)?.click();
}
