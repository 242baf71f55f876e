import { useEffect } from 'react';

interface Keys {
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly onNextWrong: () => void;
  readonly insert: (() => void) | undefined;
  readonly join: (() => void) | undefined;
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Ctrl+Z undoes, Ctrl+Shift+Z or Ctrl+Y redoes, outside of texts. F8 and F9 are keys of the grid. */
export function useCorrectionKeys(keys: Keys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isText(event.target)) return;
      const action = actionOf(event, keys);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}

function actionOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, keys: Keys): (() => void) | undefined {
  if (key === 'F8') return keys.onNextWrong;
  if (key === 'F9') return shiftKey ? keys.join : keys.insert;
  if (!ctrlKey && !metaKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'y' || (letter === 'z' && shiftKey)) return keys.redo;
  return letter === 'z' ? keys.undo : undefined;
}
