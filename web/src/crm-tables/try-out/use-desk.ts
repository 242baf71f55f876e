import { useState } from 'react';
import { type Values, withFlag } from '../../customers/fields-model.ts';
import {
  type Check,
  type Draft,
  findCustomers,
  newCustomer,
  type TrialCustomer,
  unreadableFields,
} from './desk-model.ts';
import { TRY_OUT } from './text.ts';

/** What the desk shows. */
export type View =
  | { readonly name: 'search'; readonly outcome?: string }
  | { readonly name: 'matches'; readonly found: readonly TrialCustomer[] }
  | { readonly name: 'details' | 'modify'; readonly customer: TrialCustomer; readonly warnings: Check['warnings'] }
  | { readonly name: 'insert' };

export interface DeskProps {
  readonly draft: Draft;
  readonly prefix: string;
  readonly customers: readonly TrialCustomer[];
  readonly onCustomers: (customers: readonly TrialCustomer[]) => void;
}

/** The state of the desk, and what an agent can do there. */
export type DeskState = ReturnType<typeof useDesk>;

const NOTHING_TYPED: Values = {};

export function useDesk({ draft, prefix, customers, onCustomers }: DeskProps) {
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [view, setView] = useState<View>({ name: 'search' });
  const open = (customer: TrialCustomer, warnings: Check['warnings'] = []) =>
    setView({ name: 'details', customer, warnings });
  return {
    ...{ draft, customers, typed, setTyped, view, open },
    canInsert: withFlag(draft, 'insert').length > 0,
    search: () => {
      const next = outcomeOf(draft, typed, customers);
      return next.name === 'found' ? open(next.customer) : setView(next);
    },
    back: () => setView({ name: 'search' }),
    insert: () => setView({ name: 'insert' }),
    modify: (customer: TrialCustomer) => setView({ name: 'modify', customer, warnings: [] }),
    /** The values of a new customer before an agent types. */
    initial: () => newCustomer(draft, prefix, typed, customers),
    /** @param before the customer who is changed; undefined for a new one */
    save: (before: TrialCustomer | undefined) => (customer: TrialCustomer, warnings: Check['warnings']) => {
      onCustomers([...customers.filter((each) => each !== before), customer]);
      open(customer, warnings);
    },
  };
}

type Outcome =
  | Extract<View, { name: 'search' | 'matches' }>
  | { readonly name: 'found'; readonly customer: TrialCustomer };

/** What a search leads to: one customer, the list of several, or a message. */
function outcomeOf(draft: Draft, typed: Values, customers: readonly TrialCustomer[]): Outcome {
  if (Object.values(typed).every((value) => value === '')) return { name: 'search', outcome: TRY_OUT.nothingTyped };
  const found = findCustomers(draft, typed, customers);
  const [first] = found;
  if (first) return found.length === 1 ? { name: 'found', customer: first } : { name: 'matches', found };
  const unreadable = unreadableFields(draft, typed).map(({ label }) => TRY_OUT.unreadable(label));
  return { name: 'search', outcome: [TRY_OUT.noMatch, ...unreadable].join(' ') };
}
