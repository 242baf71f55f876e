/** A value that a spreadsheet computes, or would: `="00123"`, `=A1+B1`. */
const FORMULA = /^=["'(+\-@\p{L}\p{N}]/u;
/** How spreadsheets keep leading zeros: a formula of one quoted text. */
const TEXT_FORMULA = /^="((?:[^"]|"")*)"$/u;

export const isFormula = (value: string): boolean => value.startsWith('=') && FORMULA.test(value);

/** The text of a formula that is one quoted text (`="00123"` is `00123`); any other value stays as it is. */
export function unwrapFormula(value: string): string {
  if (!value.startsWith('=')) return value;
  return TEXT_FORMULA.exec(value)?.[1]?.replaceAll('""', '"') ?? value;
}
