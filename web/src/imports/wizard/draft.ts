import { type Choices, USUAL_RULES } from './choices-model.ts';

/** In the storage of the tab: value maps hold cells of the file, and the session ends with the tab too. */
const KEY = 'switchboard.import-choices';

/** Keeps the choices for a file, so that a reload of the page does not lose them. */
export function keepChoices(fileKey: string, choices: Choices): void {
  sessionStorage.setItem(KEY, JSON.stringify({ fileKey, choices }));
}

export const forgetChoices = (): void => sessionStorage.removeItem(KEY);

/** The choices that were kept for this file and CRM table. */
export const keptChoices = (fileKey: string, tablePrefix: string): Choices | undefined =>
  storedChoices(sessionStorage.getItem(KEY), fileKey, tablePrefix);

/** @param text as the browser has stored it */
export function storedChoices(text: string | null, fileKey: string, tablePrefix: string): Choices | undefined {
  try {
    const stored: unknown = JSON.parse(text ?? 'null');
    return isKept(stored) && stored.fileKey === fileKey && stored.choices.tablePrefix === tablePrefix
      ? // A release before may have stored the choices without the rules that were added since.
        { ...stored.choices, rules: { ...USUAL_RULES, ...stored.choices.rules } }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The tab keeps nothing longer than a session: it holds what this console has written. */
function isKept(value: unknown): value is { readonly fileKey: string; readonly choices: Choices } {
  if (typeof value !== 'object' || value === null) return false;
  const choices: unknown = Reflect.get(value, 'choices');
  if (typeof choices !== 'object' || choices === null) return false;
  return ['format', 'rules', 'edits', 'later', 'saving'].every(
    (name) => typeof Reflect.get(choices, name) === 'object',
  );
}
