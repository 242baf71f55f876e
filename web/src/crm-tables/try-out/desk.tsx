import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type Field, withFlag } from '../../customers/fields-model.ts';
import { CustomerForm } from './customer-form.tsx';
import { type Check, searchFields } from './desk-model.ts';
import { Details } from './details.tsx';
import { FieldsForm } from './fields-form.tsx';
import { Matches } from './matches.tsx';
import { TRY_OUT } from './text.ts';
import { type DeskProps, type DeskState, useDesk } from './use-desk.ts';

/** The draft as an agent will use it: search, the list of several matches, new customer, change, details. */
export function Desk(props: DeskProps) {
  const desk = useDesk(props);
  return (
    <Container header={<Header variant="h2">{TRY_OUT.desk}</Header>}>
      <CurrentView desk={desk} />
    </Container>
  );
}

function CurrentView({ desk }: { readonly desk: DeskState }) {
  const { draft, customers, view, initial, open, modify, save, back } = desk;
  switch (view.name) {
    case 'search':
      return <Search desk={desk} outcome={view.outcome} />;
    case 'matches':
      return <SeveralMatches desk={desk} found={view.found} />;
    case 'insert':
      return (
        <CustomerForm
          {...{ draft, flag: 'insert', others: customers, initial: initial() }}
          onSave={save(undefined)}
          onCancel={back}
        />
      );
    case 'modify':
      return (
        <CustomerForm
          {...{ draft, flag: 'modify', initial: view.customer.values }}
          others={customers.filter((each) => each !== view.customer)}
          onSave={save(view.customer)}
          onCancel={() => open(view.customer)}
        />
      );
    case 'details':
      return (
        <SpaceBetween size="m">
          <SavedWarnings warnings={view.warnings} />
          <Details {...{ draft, customer: view.customer }} onModify={() => modify(view.customer)} onBack={back} />
        </SpaceBetween>
      );
  }
}

function Search({ desk, outcome }: { readonly desk: DeskState; readonly outcome: string | undefined }) {
  const { draft, typed, setTyped, canInsert, search } = desk;
  return (
    <SpaceBetween size="m">
      {!canInsert && <Alert type="info">{TRY_OUT.noInsert}</Alert>}
      {withFlag(draft, 'search').length === 0 && <Alert type="info">{TRY_OUT.noSearch}</Alert>}
      <FieldsForm
        {...{ draft, fields: searchFields(draft).map(searched), values: typed, faults: {} }}
        submitText={TRY_OUT.search}
        actions={<NewCustomer desk={desk} />}
        onChange={setTyped}
        onSubmit={search}
      />
      <output>{outcome}</output>
    </SpaceBetween>
  );
}

function SeveralMatches({
  desk,
  found,
}: {
  readonly desk: DeskState;
  readonly found: Parameters<typeof Matches>[0]['found'];
}) {
  return (
    <SpaceBetween size="m">
      <Matches {...{ draft: desk.draft, typed: desk.typed, found }} onOpen={desk.open} />
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={desk.back}>{TRY_OUT.back}</Button>
        <NewCustomer desk={desk} />
      </SpaceBetween>
    </SpaceBetween>
  );
}

const NewCustomer = ({ desk: { canInsert, insert } }: { readonly desk: DeskState }) => (
  <Button formAction="none" disabled={!canInsert} onClick={insert}>
    {TRY_OUT.newCustomer}
  </Button>
);

function SavedWarnings({ warnings }: Pick<Check, 'warnings'>) {
  if (warnings.length === 0) return null;
  return (
    <Alert type="warning" header={TRY_OUT.warnings}>
      {warnings.map(({ reason }) => (
        <div key={reason}>{reason}</div>
      ))}
    </Alert>
  );
}

/** A search needs no value of any field. */
const searched = (field: Field) => ({ ...field, required: false });
