import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import { Key } from './key.tsx';
import type { PageAction } from './page-action.ts';

/** The button of an action, with its key. */
export function ActionButton({
  action: { text, key, act },
  submits = false,
  ...button
}: {
  readonly action: PageAction;
  /** Whether the button submits its form, whose handler then acts. */
  readonly submits?: boolean;
} & Pick<ButtonProps, 'variant' | 'loading' | 'disabled'>) {
  return (
    <Button
      {...button}
      formAction={submits ? 'submit' : 'none'}
      nativeButtonAttributes={{ 'aria-keyshortcuts': key.replace('Ctrl', 'Control') }}
      {...(!submits && { onClick: act })}
    >
      {text}{' '}
      <span aria-hidden>
        <Key name={key} />
      </span>
    </Button>
  );
}
