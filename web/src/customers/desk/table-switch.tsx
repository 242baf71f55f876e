import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { RefObject } from 'react';
import { navigate } from '../../shared/router/use-place.ts';
import { deskAddress, type TableAddress } from './address.ts';
import type { TableChoice } from './queries.ts';
import { DESK } from './text.ts';

/** Goes to the customers of another CRM table. */
export function TableSwitch({
  table,
  choices,
  select,
}: {
  readonly table: TableAddress;
  readonly choices: readonly TableChoice[];
  readonly select: RefObject<SelectProps.Ref | null>;
}) {
  const options = choices.map(({ name, ...each }) => ({
    value: deskAddress(each),
    label: name,
    labelTag: each.prefix,
  }));
  return (
    <Select
      ref={select}
      inlineLabelText={DESK.table}
      options={options}
      selectedOption={options.find(({ value }) => value === deskAddress(table)) ?? null}
      filteringType={options.length > 10 ? 'auto' : 'none'}
      onChange={({ detail }) => navigate(detail.selectedOption.value ?? '/desk')}
    />
  );
}
