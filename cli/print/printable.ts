/**
 * Text of a file or of a server, fit for a terminal: a control character could move the cursor, set the window's title or
 * hide what follows, so each becomes a visible sign; so do the marks that turn the direction of writing.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\u00b7');
}

/** At most `width` characters; what is cut off ends in an ellipsis. */
export function cut(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}
