import CloudscapeTextFilter, { type TextFilterProps } from '@cloudscape-design/components/text-filter';
import { type Ref, useState } from 'react';
import { LONGEST_FILTER } from './pages-model.ts';
import type { Pages } from './use-pages.ts';

/** Narrows a list to the items that contain a text. The address changes when the user pauses while typing. */
export function TextFilter<Item>({
  pages,
  noun,
  by,
  ref,
}: {
  readonly pages: Pages<Item>;
  /** Plural, for instance `campaigns`. */
  readonly noun: string;
  /** What the API compares with the text, for instance `name or prefix`. */
  readonly by: string;
  readonly ref: Ref<TextFilterProps.Ref>;
}) {
  const { filter, known, hasMore, isLoading, setFilter } = pages;
  const [text, setText] = useState(filter);
  const [before, setBefore] = useState(filter);
  // A step back, or the button below an empty list, changes the filter without typing.
  if (filter !== before) {
    setBefore(filter);
    if (filter !== text.trim()) setText(filter);
  }
  const label = `Find ${noun} by ${by}`;
  const matches = `${known}${hasMore ? '+' : ''} ${known === 1 && !hasMore ? 'match' : 'matches'}`;
  return (
    <CloudscapeTextFilter
      ref={ref}
      filteringText={text}
      filteringAriaLabel={label}
      filteringPlaceholder={label}
      countText={filter === '' || isLoading ? undefined : matches}
      onChange={({ detail }) => setText(detail.filteringText.slice(0, LONGEST_FILTER))}
      onDelayedChange={({ detail }) => setFilter(detail.filteringText.trim().slice(0, LONGEST_FILTER))}
    />
  );
}
