/** The id of the element around the page. */
export const CONTENT_ID = 'content';

/** Gives the page the focus, so that the keyboard goes on there after the element that had it is gone. */
export const focusPage = (): void => document.getElementById(CONTENT_ID)?.focus({ preventScroll: true });
