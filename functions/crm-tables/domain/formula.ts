/** A spreadsheet formula: `="00123"`, `=A1+B1`. */
const FORMULA = /^=["'(+\-@\p{L}\p{N}]/u;
/** Spreadsheets keep leading zeros with a formula that is one quoted text. */
const TEXT_FORMULA = /^="((?:[^"]|"")*)"$/u;

export const isFormula = (value: string): boolean => value.startsWith('=') && FORMULA.test(value);

/** The text of a formula that is one quoted text (`00123` for `="00123"`); any other value is returned unchanged. */
export function unwrapFormula(value: string): string {
  if (!value.startsWith('=')) return value;
  return TEXT_FORMULA.exec(value)?.[1]?.replaceAll('""', '"') ?? value;
}
