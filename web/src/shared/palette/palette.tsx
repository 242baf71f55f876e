import Autosuggest, { type AutosuggestProps } from '@cloudscape-design/components/autosuggest';
import Modal from '@cloudscape-design/components/modal';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { shownKey } from '../keys/page-action.ts';
import { pageActions } from '../keys/registered.ts';
import { KEYS } from '../keys/text.ts';
import { navigate } from '../router/use-place.ts';
import { useApi } from '../services.tsx';
import { matchingGroups, type PaletteGroup } from './matching.ts';
import type { PaletteEntry, PaletteProps } from './source.ts';

const LABEL = 'Type a part of a name';

const actionsOfPage = (): readonly PaletteEntry[] =>
  pageActions().map(({ text, key, act }) => ({ text, detail: shownKey(key), act }));

/** Tells the entries of one group apart. */
const idOf = ({ href, text, detail }: PaletteEntry): string => href ?? `${text} ${detail}`;

/** Reaches every page by typing a part of its name, and does what the page does by a key. */
export default function Palette({ pages, sources, onClose }: PaletteProps) {
  const api = useApi();
  const client = useQueryClient();
  const [text, setText] = useState('');
  // Autosuggest knows the marked entry by its position. Names that arrive after the user has moved the mark would put
  // another entry at that position: they wait until the user types again.
  const [held, setHeld] = useState<readonly PaletteGroup[]>();
  const [actions] = useState(actionsOfPage);
  const input = useRef<AutosuggestProps.Ref | null>(null);
  const results = useQueries({
    queries: sources.map(({ name, find }) => ({ queryKey: ['palette', name], queryFn: () => find(api, client) })),
  });
  useEffect(() => {
    // The dialog focuses its close button when it opens; the input comes after that.
    const timer = setTimeout(() => input.current?.focus());
    return () => clearTimeout(timer);
  }, []);

  const found = sources.map(({ name, needsText = false }, index) => ({
    label: name,
    needsText,
    entries: results[index]?.data ?? [],
  }));
  const matching = matchingGroups(
    [{ label: KEYS.onThisPage, entries: actions }, { label: 'Pages', entries: pages }, ...found],
    text,
  );
  const groups = held ?? matching;
  useKeys({
    ArrowDown: () => setHeld((before) => before ?? matching),
    ArrowUp: () => setHeld((before) => before ?? matching),
    // Autosuggest would close its list first, and then empty the text.
    Escape: onClose,
  });
  const isLoading = results.some(({ isPending }) => isPending);
  const hasFailed = results.some(({ isError }) => isError);

  return (
    <Modal visible onDismiss={onClose} header="Find a page, or anything by its name" position="top">
      <Autosuggest
        ref={input}
        ariaLabel={LABEL}
        placeholder={LABEL}
        value={text}
        options={groups.map(({ label, entries }) => ({
          label,
          options: entries.map((entry) => ({
            value: idOf(entry),
            label: entry.text,
            description: entry.detail,
          })),
        }))}
        filteringResultsText={() => foundText(groups)}
        statusType={statusOf(isLoading, hasFailed)}
        loadingText="Loading names"
        errorText="Some names could not be loaded."
        filteringType="manual"
        hideEnteredTextOption
        onChange={({ detail }) => {
          setText(detail.value);
          setHeld(undefined);
        }}
        onSelect={({ detail: { selectedOption } }) => {
          // Enter without a mark opens the first entry.
          const entry = selectedOption
            ? groups.flatMap(({ entries }) => entries).find((each) => idOf(each) === selectedOption.value)
            : matching[0]?.entries[0];
          if (entry === undefined) return;
          onClose();
          if (entry.href !== undefined) navigate(entry.href);
          // The dialog first returns the focus to the element that had it, from which an action may move it.
          else setTimeout(() => entry.act?.());
        }}
      />
    </Modal>
  );
}

/** Calls the action of a key before the elements of the page handle the key. */
function useKeys(actions: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => actions[key]?.();
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  });
}

function foundText(groups: readonly PaletteGroup[]): string {
  const found = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return found === 0 ? 'Nothing has this name.' : `${found} found`;
}

function statusOf(isLoading: boolean, hasFailed: boolean): AutosuggestProps['statusType'] {
  if (isLoading) return 'loading';
  return hasFailed ? 'error' : 'finished';
}
