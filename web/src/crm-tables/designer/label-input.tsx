import { type KeyboardEvent, useEffect, useRef } from 'react';

/** The label of a row while it is typed. The cursor is in it as soon as it appears. */
export function LabelInput({
  label,
  value,
  isInvalid,
  onType,
  onEnd,
  onCancel,
}: {
  readonly label: string;
  readonly value: string;
  readonly isInvalid: boolean;
  readonly onType: (text: string) => void;
  readonly onEnd: () => void;
  /** @param before the text with which the input appeared */
  readonly onCancel: (before: string) => void;
}) {
  const before = useRef(value);
  const progress = useRef<'open' | 'ended'>('open');
  // The input also loses the focus when it is removed after Enter or Escape.
  const once = (action: () => void) => {
    if (progress.current === 'ended') return;
    progress.current = 'ended';
    action();
  };
  const element = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    element.current?.focus();
    element.current?.select();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') once(onEnd);
    else if (event.key === 'Escape') once(() => onCancel(before.current));
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={element}
      className="label-input"
      aria-label={label}
      aria-invalid={isInvalid}
      value={value}
      maxLength={100}
      autoComplete="off"
      onChange={({ target }) => onType(target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => once(onEnd)}
    />
  );
}
