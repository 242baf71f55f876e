/** What a page does by one key. */
export interface PageAction {
  readonly id: string;
  /** For the button, the palette and the list of keys. */
  readonly text: string;
  /** As `KeyboardEvent.key` names it, after `Ctrl+` if Ctrl is held: `e`, `Delete`, `Ctrl+Enter`. */
  readonly key: string;
  readonly act: () => void;
  /** One of a row of keys, which the list of keys names together. */
  readonly isUnlisted?: boolean;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented'>;

/** Where the user is when a key is pressed. */
export type Focus = 'dialog' | 'text' | 'list' | 'page';

const TEXT = 'input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]';
/** An open choice takes letters for the beginning of an entry, and closes by Escape. */
const LIST = 'select, [role=listbox], [aria-haspopup][aria-expanded=true]';

export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('[role=dialog]')) return 'dialog';
  if (target.closest(LIST)) return 'list';
  return target.closest(TEXT) ? 'text' : 'page';
}

/**
 * The action of a key. While the user types, only Escape and keys with Ctrl act; a dialog and an open choice have the keys
 * to themselves.
 */
export function actionOf(pressed: Pressed, focus: Focus, actions: readonly PageAction[]): PageAction | undefined {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = pressed;
  if (focus === 'dialog' || isComposing || defaultPrevented || altKey) return undefined;
  const isChord = ctrlKey || metaKey;
  const isTaken = focus === 'list' ? !isChord : focus === 'text' && !isChord && key !== 'Escape';
  if (isTaken) return undefined;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  return actions.find((action) => action.key === (isChord ? `Ctrl+${letter}` : letter));
}

const SHOWN: Readonly<Record<string, string>> = { Escape: 'Esc', Delete: 'Del' };

/** The key as its cap has it: `E`, `Ctrl+Enter`. */
export function shownKey(key: string): string {
  const [last = key] = key.split('+').slice(-1);
  const cap = SHOWN[last] ?? (last.length === 1 ? last.toUpperCase() : last);
  return key.startsWith('Ctrl+') ? `Ctrl+${cap}` : cap;
}
