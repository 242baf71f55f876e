import Box from '@cloudscape-design/components/box';
import Modal from '@cloudscape-design/components/modal';
import { useEffect, useState } from 'react';
import { useLatest } from '../grid/use-latest.ts';
import { ActionButton } from './action-button.tsx';
import { Key } from './key.tsx';
import { actionOf, focusOf, type PageAction } from './page-action.ts';
import { registerActions } from './registered.ts';
import { KEYS } from './text.ts';

/** A key that an element of the page handles itself. */
export interface FurtherKey {
  readonly key: string;
  readonly text: string;
}

const listed = (actions: readonly PageAction[]) => actions.filter(({ isUnlisted }) => !isUnlisted);

/** Lets the keys of a page act, offers its actions to the palette, and lists its keys. Renders the button of the list. */
export function PageKeys({
  actions,
  further = [],
}: {
  readonly actions: readonly PageAction[];
  readonly further?: readonly FurtherKey[];
}) {
  const [isOpen, setOpen] = useState(false);
  const list = { id: 'keys', text: KEYS.list, key: '?', act: () => setOpen(true) };
  const all = [...actions, list];
  const read = useLatest(() => all);
  useEffect(() => registerActions(() => listed(read())), [read]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event, focusOf(event.target), read());
      if (action === undefined) return;
      event.preventDefault();
      action.act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [read]);
  return (
    <>
      <ActionButton action={list} variant="link" />
      <Modal visible={isOpen} header={KEYS.title} onDismiss={() => setOpen(false)}>
        <ul className="plain-list">
          {[...listed(all), ...further, ...KEYS.everywhere].map(({ key, text }) => (
            <li key={key}>
              <Key name={key} /> <Box variant="span">{text}</Box>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
