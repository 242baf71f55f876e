import { CUSTOMER_ID_CODE, type Draft, type PublishedTable } from '../../crm-tables/index.ts';
import { CustomerCheck } from './check-customer.ts';
import type { CustomerView } from './customer-view.ts';

/** How many customers a draft rejects for one reason in one field. */
export interface DraftFinding {
  readonly field: string;
  readonly label: string;
  /** Of the reason, as an import has it. */
  readonly code: string;
  readonly customers: number;
}

/** The draft in the place of the published version. */
export function asPublished(published: PublishedTable, { fields, tabs, defaultCountry }: Draft): PublishedTable {
  return { ...published, fields, tabs, defaultCountry };
}

/** Counts the customers whose stored values the fields of a view reject, as an import of all these fields would. */
export class DraftFindings {
  readonly #check: CustomerCheck;
  /** Of the fields, in the order of a customer's cells. */
  readonly codes: readonly string[];
  readonly #labels: ReadonlyMap<string, string>;
  readonly #counts = new Map<string, DraftFinding>();
  #checked = 0;
  #rejected = 0;

  /** @param draft the view of the draft: its hidden fields are not checked */
  constructor(draft: CustomerView) {
    const { table, fields } = draft;
    this.#check = new CustomerCheck({ table, columns: fields, blank: 'clear' });
    this.codes = fields.map(({ code }) => code);
    this.#labels = new Map(table.fields.map(({ code, label }) => [code, label]));
  }

  /** @param values the stored ones, by field code */
  add(customerId: string, values: Readonly<Record<string, string | undefined>>): void {
    this.#checked += 1;
    const cells = this.codes.map((code) => values[code] ?? '');
    const { rejected } = this.#check.check('update', customerId, cells);
    if (!rejected) return;
    this.#rejected += 1;
    for (const { fieldCode = CUSTOMER_ID_CODE, code } of rejected) this.#count(fieldCode, code);
  }

  #count(field: string, code: string): void {
    const key = `${field} ${code}`;
    const label = this.#labels.get(field) ?? field;
    this.#counts.set(key, { field, label, code, customers: (this.#counts.get(key)?.customers ?? 0) + 1 });
  }

  /** The commonest reason first. */
  get result() {
    const findings = [...this.#counts.values()].sort((a, b) => b.customers - a.customers);
    return { checked: this.#checked, rejected: this.#rejected, findings };
  }
}
