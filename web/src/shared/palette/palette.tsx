import Autosuggest, { type AutosuggestProps } from '@cloudscape-design/components/autosuggest';
import Modal from '@cloudscape-design/components/modal';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { navigate } from '../router/use-place.ts';
import { useApi } from '../services.tsx';
import type { PaletteEntry, PaletteSource } from './source.ts';

const LABEL = 'Type a part of a name';

/** Reaches every page by typing a part of its name. */
export default function Palette({
  pages,
  sources,
  onClose,
}: {
  readonly pages: readonly PaletteEntry[];
  readonly sources: readonly PaletteSource[];
  readonly onClose: () => void;
}) {
  const api = useApi();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const input = useRef<AutosuggestProps.Ref | null>(null);
  const results = useQueries({
    queries: sources.map(({ name, find }) => ({ queryKey: ['palette', name], queryFn: () => find(api, client) })),
  });
  useEffect(() => {
    // The dialog focuses its close button when it opens; the input comes after that.
    const timer = setTimeout(() => input.current?.focus());
    return () => clearTimeout(timer);
  }, []);

  const found = results.map(({ data }, index) => ({ label: sources[index]?.name ?? '', entries: data ?? [] }));
  const groups = [{ label: 'Pages', entries: pages }, ...found].filter(({ entries }) => entries.length > 0);
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
          options: entries.map(({ href, text: entryText, detail }) => ({
            value: href,
            label: entryText,
            description: detail,
          })),
        }))}
        empty="Nothing has this name."
        statusType={statusOf(isLoading, hasFailed)}
        loadingText="Loading names"
        errorText="Some names could not be loaded."
        hideEnteredTextOption
        onChange={({ detail }) => setText(detail.value)}
        onSelect={({ detail }) => {
          onClose();
          navigate(detail.value);
        }}
      />
    </Modal>
  );
}

function statusOf(isLoading: boolean, hasFailed: boolean): AutosuggestProps['statusType'] {
  if (isLoading) return 'loading';
  return hasFailed ? 'error' : 'finished';
}
