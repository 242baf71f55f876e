import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { CUSTOMER_ID } from '../designer/field-edits-model.ts';
import { CustomerForm } from './customer-form.tsx';
import {
  type Check,
  type Draft,
  findCustomers,
  nextCustomerId,
  prefilled,
  searchFields,
  type TrialCustomer,
  unreadableFields,
  type Values,
  withFlag,
} from './desk-model.ts';
import { Details } from './details.tsx';
import { FieldsForm } from './fields-form.tsx';
import { Matches } from './matches.tsx';
import { TRY_OUT } from './text.ts';

type View =
  | { readonly name: 'search'; readonly outcome?: string }
  | { readonly name: 'matches'; readonly found: readonly TrialCustomer[] }
  | { readonly name: 'details' | 'modify'; readonly customer: TrialCustomer; readonly warnings: Check['warnings'] }
  | { readonly name: 'insert' };

/** The draft as an agent will use it: search, the list of several matches, new customer, change, details. */
export function Desk({
  draft,
  prefix,
  customers,
  onCustomers,
}: {
  readonly draft: Draft;
  readonly prefix: string;
  readonly customers: readonly TrialCustomer[];
  readonly onCustomers: (customers: readonly TrialCustomer[]) => void;
}) {
  const [typed, setTyped] = useState<Values>({});
  const [view, setView] = useState<View>({ name: 'search' });
  const canInsert = withFlag(draft, 'insert').length > 0;
  const open = (customer: TrialCustomer, warnings: Check['warnings'] = []) =>
    setView({ name: 'details', customer, warnings });

  const search = () => {
    if (Object.values(typed).every((value) => value === '')) {
      return setView({ name: 'search', outcome: TRY_OUT.nothingTyped });
    }
    const found = findCustomers(draft, typed, customers);
    const [first] = found;
    if (first && found.length === 1) return open(first);
    if (first) return setView({ name: 'matches', found });
    const unreadable = unreadableFields(draft, typed).map(({ label }) => TRY_OUT.unreadable(label));
    return setView({ name: 'search', outcome: [TRY_OUT.noMatch, ...unreadable].join(' ') });
  };
  const save = (before: TrialCustomer | undefined) => (customer: TrialCustomer, warnings: Check['warnings']) => {
    onCustomers([...customers.filter((each) => each !== before), customer]);
    open(customer, warnings);
  };
  const back = () => setView({ name: 'search' });
  const insert = (
    <Button formAction="none" disabled={!canInsert} onClick={() => setView({ name: 'insert' })}>
      {TRY_OUT.newCustomer}
    </Button>
  );

  return (
    <Container header={<Header variant="h2">{TRY_OUT.desk}</Header>}>
      {view.name === 'search' && (
        <SpaceBetween size="m">
          {!canInsert && <Alert type="info">{TRY_OUT.noInsert}</Alert>}
          {withFlag(draft, 'search').length === 0 && <Alert type="info">{TRY_OUT.noSearch}</Alert>}
          <FieldsForm
            {...{ draft, fields: searchFields(draft).map(searched), values: typed, faults: {} }}
            submitText={TRY_OUT.search}
            actions={insert}
            onChange={setTyped}
            onSubmit={search}
          />
          <output>{view.outcome}</output>
        </SpaceBetween>
      )}
      {view.name === 'matches' && (
        <SpaceBetween size="m">
          <Matches {...{ draft, found: view.found }} onOpen={open} />
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={back}>{TRY_OUT.back}</Button>
            {insert}
          </SpaceBetween>
        </SpaceBetween>
      )}
      {view.name === 'insert' && (
        <CustomerForm
          {...{ draft, flag: 'insert', others: customers }}
          initial={{ ...generatedId(draft, prefix, customers), ...prefilled(draft, typed) }}
          onSave={save(undefined)}
          onCancel={back}
        />
      )}
      {view.name === 'modify' && (
        <CustomerForm
          {...{ draft, flag: 'modify', initial: view.customer.values }}
          others={customers.filter((each) => each !== view.customer)}
          onSave={save(view.customer)}
          onCancel={() => open(view.customer)}
        />
      )}
      {view.name === 'details' && (
        <SpaceBetween size="m">
          {view.warnings.length > 0 && (
            <Alert type="warning" header={TRY_OUT.warnings}>
              {view.warnings.map(({ reason }) => (
                <div key={reason}>{reason}</div>
              ))}
            </Alert>
          )}
          <Details
            {...{ draft, customer: view.customer }}
            onModify={() => setView({ ...view, name: 'modify' })}
            onBack={back}
          />
        </SpaceBetween>
      )}
    </Container>
  );
}

/** A search needs no value of any field. */
const searched = (field: Draft['fields'][number]) => ({ ...field, required: false });

/** Agents who cannot type a Customer ID get the next one. */
function generatedId(draft: Draft, prefix: string, customers: readonly TrialCustomer[]): Values {
  const isTyped = withFlag(draft, 'insert').some(({ code }) => code === CUSTOMER_ID);
  return isTyped ? {} : { [CUSTOMER_ID]: nextCustomerId(prefix, customers) };
}
