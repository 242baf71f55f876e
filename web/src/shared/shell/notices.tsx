import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useSyncExternalStore } from 'react';

type Notice = FlashbarProps.MessageDefinition & { readonly id: string };

let notices: readonly Notice[] = [];
const listeners = new Set<() => void>();

/** Shows a notice above the page until it is dismissed or replaced by one with the same id. */
export function notify(notice: Omit<Notice, 'dismissible' | 'dismissLabel' | 'onDismiss'>): void {
  const shown = {
    ...notice,
    dismissible: true,
    dismissLabel: 'Dismiss the notice',
    onDismiss: () => removeNotice(notice.id),
  };
  set([shown, ...notices.filter(({ id }) => id !== notice.id)]);
}

export function removeNotice(id: string): void {
  if (notices.some((notice) => notice.id === id)) set(notices.filter((notice) => notice.id !== id));
}

/** The notices, after those that the shell adds itself. */
export function Notices({ first }: { readonly first: readonly Notice[] }) {
  const added = useSyncExternalStore(subscribe, () => notices);
  return <Flashbar stackItems items={[...first, ...added]} />;
}

function set(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
