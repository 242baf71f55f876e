import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useEffect, useSyncExternalStore } from 'react';
import { usePlace } from '../router/use-place.ts';
import { remaining, type Shown } from './notice-model.ts';

type Notice = FlashbarProps.MessageDefinition & { readonly id: string };

let notices: ReadonlyArray<Notice & Shown> = [];
const listeners = new Set<() => void>();

/** Shows a notice above the page until it is dismissed or replaced by one with the same id. */
export function notify(notice: Omit<Notice, 'dismissible' | 'dismissLabel' | 'onDismiss'>): void {
  const shown = {
    ...notice,
    shownAt: Date.now(),
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
  const { path } = usePlace();
  useEffect(() => {
    const left = path === '' ? notices : remaining(notices, Date.now());
    if (left.length < notices.length) set(left);
  }, [path]);
  const items = added.map(({ shownAt: _, ...notice }) => notice);
  return <Flashbar stackItems items={[...first, ...items]} />;
}

function set(next: ReadonlyArray<Notice & Shown>): void {
  notices = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
