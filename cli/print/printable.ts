/**
 * Text of a file or a server, safe to print: a control character could move the cursor, set the window's title or hide
 * the following text, and a mark could change the direction of writing. Each becomes a visible sign.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\u00b7');
}

/** At most `width` characters; a cut text ends in an ellipsis. */
export function cut(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}
