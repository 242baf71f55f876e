import { type KeyboardEvent, useEffect, useId, useRef } from 'react';

/** How a change of a cell ends, and where the keyboard goes then. */
export type Ending = 'stay' | 'down' | 'up' | 'right' | 'left' | 'discard';

function endingOf({ key, shiftKey, altKey }: KeyboardEvent): Ending | undefined {
  if (key === 'Escape') return 'discard';
  if (key === 'Tab') return shiftKey ? 'left' : 'right';
  // Alt+Enter begins a new line.
  if (key === 'Enter' && !altKey) return shiftKey ? 'up' : 'down';
  return undefined;
}

/** The text of a cell while it is changed. */
export function CellEditor({
  label,
  value,
  fault,
  choices = [],
  onChange,
  onEnd,
}: {
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly choices?: readonly string[] | undefined;
  readonly onChange: (value: string) => void;
  readonly onEnd: (ending: Ending) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = input;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    event.stopPropagation();
    const ending = endingOf(event);
    if (ending === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnd(ending);
  };
  const common = {
    ref: input,
    className: 'cell-editor',
    'aria-label': label,
    'aria-invalid': fault !== undefined,
    value,
    onKeyDown,
    onBlur: () => onEnd('stay'),
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onChange(currentTarget.value),
  };
  // An input of one line would lose the line breaks of a value.
  if (value.includes('\n')) return <textarea {...common} rows={1} />;
  return (
    <>
      <input {...common} list={choices.length > 0 ? id : undefined} autoComplete="off" />
      {choices.length > 0 && (
        <datalist id={id}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}
