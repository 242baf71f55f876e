import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Design, DesignField } from './draft-model.ts';
import { PreviewInput } from './preview-input.tsx';
import { type FormGroup, previewOf, sampleOf } from './preview-model.ts';
import { DESIGNER } from './text.ts';

const VIEWS = ['search', 'insert', 'modify', 'result'] as const;
type View = (typeof VIEWS)[number];

/** What agents will see once the draft is published. Values that are typed here are not stored. */
export function Preview({ design }: { readonly design: Design }) {
  const shown = useDeferredValue(design);
  const { search, insert, modify, result } = useMemo(() => previewOf(shown), [shown]);
  const { preview } = DESIGNER;
  const [view, setView] = useState<View>('search');
  return (
    <Container
      header={
        <Header variant="h2" description={preview.description}>
          {preview.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <SegmentedControl
          label={preview.title}
          selectedId={view}
          options={VIEWS.map((id) => ({ id, text: preview[id] }))}
          onChange={({ detail }) => setView(detail.selectedId as View)}
        />
        {view === 'search' && <Fields fields={search} empty={preview.noSearch} />}
        {view === 'insert' && <Form groups={insert} empty={preview.noInsert} />}
        {view === 'modify' && <Form groups={modify} empty={preview.noModify} />}
        {view === 'result' && <Matches fields={result} />}
      </SpaceBetween>
    </Container>
  );
}

function Fields({ fields, empty }: { readonly fields: readonly DesignField[]; readonly empty: string }) {
  if (fields.length === 0) return <Box color="text-status-inactive">{empty}</Box>;
  return (
    <SpaceBetween size="s">
      {fields.map((field) => (
        <FormField
          key={field.key}
          label={labelOf(field)}
          description={field.required ? DESIGNER.property.required : ''}
        >
          <PreviewInput field={field} />
        </FormField>
      ))}
    </SpaceBetween>
  );
}

const labelOf = ({ label }: DesignField): string => (label === '' ? DESIGNER.noLabel : label);

function Form({ groups, empty }: { readonly groups: readonly FormGroup[]; readonly empty: string }) {
  if (groups.length === 0) return <Box color="text-status-inactive">{empty}</Box>;
  return (
    <SpaceBetween size="l">
      {groups.map(({ tab, label, fields }) => (
        <SpaceBetween key={tab} size="s">
          <Box variant="h3">{label}</Box>
          <Fields fields={fields} empty={empty} />
        </SpaceBetween>
      ))}
    </SpaceBetween>
  );
}

function Matches({ fields }: { readonly fields: readonly DesignField[] }) {
  if (fields.length === 0) return <Box color="text-status-inactive">{DESIGNER.preview.noResult}</Box>;
  return (
    <Table
      variant="embedded"
      ariaLabels={{ tableLabel: DESIGNER.preview.result }}
      items={[{ id: 'sample' }]}
      columnDefinitions={fields.map((field) => ({
        id: field.key,
        header: labelOf(field),
        cell: () => sampleOf(field),
      }))}
    />
  );
}
