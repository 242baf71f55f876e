import type { ReactNode } from 'react';
import { navigate } from '../router/use-place.ts';
import { ConfirmButton } from './confirm-button.tsx';

/** A button that deletes something after a question. */
export function DeleteButton({
  title,
  children,
  remove,
  next,
}: {
  /** For instance `Delete campaign Renewals`. */
  readonly title: string;
  /** What is lost and what stays. */
  readonly children: ReactNode;
  readonly remove: () => Promise<void>;
  /** The address to go to afterwards. */
  readonly next: string;
}) {
  const act = async () => {
    await remove();
    navigate(next);
  };
  return (
    <ConfirmButton text="Delete" title={title} act={act} failed="Not deleted">
      {children}
    </ConfirmButton>
  );
}
