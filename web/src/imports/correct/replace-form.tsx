import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import LiveRegion from '@cloudscape-design/components/live-region';
import Modal from '@cloudscape-design/components/modal';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { shownCount } from '../../shared/amounts.ts';
import type { Place } from '../../shared/grid/edit-column.ts';
import { type Corrections, cellOf, replacements, withCells } from './corrections-model.ts';
import { columnOf } from './places-model.ts';
import { faultOfReplacement, valuesIn } from './replace-model.ts';
import { CORRECT } from './text.ts';

/** Replaces a value of a column, or all its values, in every record that is imported. */
export function ReplaceForm({
  corrections,
  place,
  onChange,
  onLeave,
}: {
  readonly corrections: Corrections;
  /** The current cell, with which the form begins. */
  readonly place: Place;
  readonly onChange: (next: (before: Corrections) => Corrections) => void;
  readonly onLeave: () => void;
}) {
  const row = corrections.rows[Number(place.row)];
  const [column, setColumn] = useState(columnOf(place.column) ?? 0);
  const [isOfOneValue, setIsOfOneValue] = useState(true);
  const [from, setFrom] = useState(row ? cellOf(row, column) : '');
  const [to, setTo] = useState('');
  const chosen = isOfOneValue ? from : undefined;
  const changes = replacements(corrections, column, chosen, to);
  const fault = faultOfReplacement(corrections, column, chosen, to);
  const columns = corrections.columns.map(({ title }, at) => ({ value: String(at), label: title }));
  const values = valuesIn(corrections, column).map(([value, count]) => ({
    value,
    label: value === '' ? CORRECT.blank : value,
    labelTag: shownCount(count),
  }));
  const replace = () => {
    onChange((before) => withCells(before, replacements(before, column, chosen, to)));
    onLeave();
  };
  return (
    <Modal
      visible
      header={CORRECT.replaceTitle}
      onDismiss={onLeave}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onLeave}>
              {CORRECT.cancel}
            </Button>
            <Button variant="primary" disabled={changes.length === 0} onClick={replace}>
              {CORRECT.doReplace}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <FormField label={CORRECT.inColumn} description={CORRECT.replaceHelp}>
          <Select
            filteringType="auto"
            virtualScroll
            options={columns}
            selectedOption={columns[column] ?? null}
            onChange={({ detail }) => {
              const next = Number(detail.selectedOption.value);
              setColumn(next);
              setFrom(valuesIn(corrections, next)[0]?.[0] ?? '');
            }}
          />
        </FormField>
        <FormField label={CORRECT.which}>
          <RadioGroup
            value={isOfOneValue ? 'one' : 'every'}
            items={[
              { value: 'one', label: CORRECT.oneValue },
              { value: 'every', label: CORRECT.everyValue },
            ]}
            onChange={({ detail }) => setIsOfOneValue(detail.value === 'one')}
          />
        </FormField>
        {isOfOneValue && (
          <FormField label={CORRECT.from}>
            <Select
              filteringType="auto"
              options={values}
              selectedOption={values.find(({ value }) => value === from) ?? { value: from, label: from }}
              onChange={({ detail }) => setFrom(detail.selectedOption.value ?? '')}
            />
          </FormField>
        )}
        <FormField
          label={CORRECT.to}
          description={<LiveRegion>{CORRECT.replaced(shownCount(changes.length))}</LiveRegion>}
        >
          <Input value={to} onChange={({ detail }) => setTo(detail.value)} />
        </FormField>
        {fault !== undefined && (
          <Alert type="warning" header={CORRECT.wouldBeWrong}>
            {fault}
          </Alert>
        )}
      </SpaceBetween>
    </Modal>
  );
}
