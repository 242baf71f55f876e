import type { Country } from './countries.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

/** A field of a client's CRM table besides the standard ones, in the form of the API. */
export interface DemoField {
  readonly code: string;
  readonly label: string;
  readonly type: string;
  readonly maxLength: number;
  readonly listValues?: readonly string[];
  readonly flags: {
    readonly search: boolean;
    readonly insert: boolean;
    readonly modify: boolean;
    readonly result: boolean;
  };
  readonly tab: string;
  /** A value for one customer; blank for none. `n` counts the customers from 1. */
  readonly value: (random: Random, n: number, person: Person) => string;
}

/** A client of the demo: an account with one CRM table, one campaign and its customers. */
export interface DemoClient {
  readonly account: { readonly prefix: string; readonly name: string; readonly manager: string };
  readonly campaign: { readonly name: string; readonly crmName: string };
  readonly table: { readonly prefix: string; readonly name: string; readonly defaultCountry: string };
  readonly tab: { readonly id: string; readonly label: string };
  readonly fields: readonly DemoField[];
  /** Each as often as its share of the customers. */
  readonly countries: readonly Country[];
  readonly seed: number;
}

type Choices = Partial<DemoField['flags']> & { readonly listValues?: readonly string[]; readonly maxLength?: number };

const DEFAULT_LENGTH = 50;

/** A field that agents see and change, unless `choices` says otherwise. */
export function field(
  [code, label, type, tab]: readonly [code: string, label: string, type: string, tab: string],
  value: DemoField['value'],
  { listValues, maxLength = DEFAULT_LENGTH, ...flags }: Choices = {},
): DemoField {
  return {
    ...{ code, label, type, tab, maxLength, value },
    ...(listValues && { listValues }),
    flags: { search: false, insert: true, modify: true, result: false, ...flags },
  };
}
