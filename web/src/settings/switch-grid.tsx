import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import { useAccounts } from '../accounts/queries.ts';
import type { FormState } from '../shared/form/use-form.ts';
import { DataGrid } from '../shared/grid/data-grid.tsx';
import { FEATURE_NAMES, FEATURE_TEXTS, type Feature, isFeature } from '../shared/session/features-model.ts';
import { useNarrow } from '../shared/shell/use-narrow.ts';
import { EVERY, isSwitchedOff, switched, switchesOfText, textOfSwitches } from './features-model.ts';
import { FEATURES } from './text.ts';

export interface SwitchValues extends Record<string, string> {
  /** As `textOfSwitches` writes them. */
  readonly switches: string;
}

interface Row {
  readonly prefix: string;
  readonly name: string;
}

/** The switches by account, which a part of a name or prefix narrows. */
export function SwitchGrid({ form }: { readonly form: FormState<SwitchValues> }) {
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<string | undefined>(undefined);
  const { accounts, hasMore, isFetching, showMore } = useAccounts(filter);
  const isNarrow = useNarrow();
  const rows = [
    { prefix: EVERY, name: FEATURES.every },
    ...accounts.map(({ prefix, name }) => ({ prefix, name: `${name} (${prefix})` })),
  ];
  const Grid = isNarrow ? NarrowGrid : WideGrid;
  return (
    <SpaceBetween size="l">
      <TextFilter
        filteringText={typed}
        filteringAriaLabel={FEATURES.find}
        filteringPlaceholder={FEATURES.find}
        onChange={({ detail }) => setTyped(detail.filteringText)}
        onDelayedChange={({ detail }) => setFilter(detail.filteringText.trim() || undefined)}
      />
      <FormField label={FEATURES.grid} description={FEATURES.help} constraintText={FEATURES.crmHelp} stretch>
        <Grid form={form} rows={rows} />
      </FormField>
      {hasMore && (
        <Button formAction="none" loading={isFetching} onClick={showMore}>
          {FEATURES.more}
        </Button>
      )}
    </SpaceBetween>
  );
}

interface GridProps {
  readonly form: FormState<SwitchValues>;
  readonly rows: readonly Row[];
}

function useSwitches(form: FormState<SwitchValues>) {
  const switches = switchesOfText(form.values.switches, FEATURE_NAMES);
  return {
    turn: (prefix: string, feature: Feature) =>
      form.set('switches', textOfSwitches(switched(switches, prefix, feature))),
    shown(prefix: string, feature: Feature): string {
      if (isSwitchedOff(switches, prefix, feature)) return FEATURES.off;
      return prefix !== EVERY && isSwitchedOff(switches, EVERY, feature) ? FEATURES.offByAll : FEATURES.on;
    },
  };
}

function WideGrid({ form, rows }: GridProps) {
  const { turn, shown } = useSwitches(form);
  return (
    <DataGrid
      label={FEATURES.grid}
      rows={rows}
      keyOf={({ prefix }) => prefix}
      onChoose={({ prefix }, column) => isFeature(column) && turn(prefix, column)}
      columns={[
        { id: 'account', header: FEATURES.account, width: 12, grows: true, cell: ({ name }) => name },
        ...FEATURE_NAMES.map((feature) => ({
          id: feature,
          header: FEATURE_TEXTS[feature],
          width: 7,
          cell: ({ prefix }: Row) => shown(prefix, feature),
        })),
      ]}
    />
  );
}

/** One row for each account and feature, where four columns have no room. */
function NarrowGrid({ form, rows }: GridProps) {
  const { turn, shown } = useSwitches(form);
  return (
    <DataGrid
      label={FEATURES.grid}
      rows={rows.flatMap((row) => FEATURE_NAMES.map((feature) => ({ ...row, feature })))}
      keyOf={({ prefix, feature }) => `${prefix} ${feature}`}
      onChoose={({ prefix, feature }) => turn(prefix, feature)}
      columns={[
        { id: 'account', header: FEATURES.account, width: 6, grows: true, cell: ({ name }) => name },
        { id: 'feature', header: FEATURES.feature, width: 6, cell: ({ feature }) => FEATURE_TEXTS[feature] },
        { id: 'state', header: FEATURES.state, width: 4.5, cell: ({ prefix, feature }) => shown(prefix, feature) },
      ]}
    />
  );
}
