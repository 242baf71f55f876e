import {
  CUSTOMER_ID_CODE,
  checkValue,
  type Field,
  requiredProblem,
  type ValueFinding,
} from '../../crm-tables/index.ts';
import { type Cells, CLEARED, type CustomerFields, isWithoutValue } from './customer-fields.ts';
import type { PreparedCustomer, Problem, RejectedCustomer } from './prepared-customer.ts';

const NONE: readonly Problem[] = Object.freeze([]);

interface CheckedId {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const FINE: CheckedId = Object.freeze({ problems: NONE, warnings: NONE });

export type Intent = 'insert' | 'update';

function problem(field: Field, value: string, { code, reason }: ValueFinding): Problem {
  return { fieldCode: field.code, value, code, reason };
}

/** Validates customers, one at a time. Pure. For speed it creates a list only for its first element. */
export class CustomerCheck {
  readonly #fields: CustomerFields;
  readonly #idField: Field | undefined;
  readonly #keepsBlank: boolean;

  constructor(fields: CustomerFields) {
    this.#fields = fields;
    this.#idField = fields.table.fields.find((field) => field.code === CUSTOMER_ID_CODE);
    this.#keepsBlank = fields.blank === 'keep';
  }

  check(intent: Intent, customerId: string, cells: Cells): PreparedCustomer | RejectedCustomer {
    const { columns, table } = this.#fields;
    let { problems, warnings } = this.#checkId(customerId);
    let missing = NONE;
    let characters = customerId.length;
    for (let column = 0; column < columns.length; column += 1) {
      const field = columns[column];
      const cell = cells[column];
      if (field === undefined || cell === undefined) throw new Error('A record has fewer cells than columns.');
      if (isWithoutValue(cell)) {
        if (field.required && cell === CLEARED) problems = [...problems, problem(field, '', requiredProblem(field))];
        else if (field.required) missing = [...missing, problem(field, '', requiredProblem(field))];
        continue;
      }
      characters += cell.length;
      const found = checkValue(field, cell, table.defaultCountry);
      if (found.problem) problems = [...problems, problem(field, cell, found.problem)];
      if (found.warning) warnings = [...warnings, problem(field, cell, found.warning)];
    }
    const canKeep = intent === 'update' && this.#keepsBlank;
    if (missing.length > 0 && !canKeep) problems = [...problems, ...missing];
    if (problems.length > 0) return { rejected: problems };
    return { customerId, cells, warnings, missing, characters };
  }

  #checkId(customerId: string): CheckedId {
    const field = this.#idField;
    if (!field) return FINE;
    const found = checkValue(field, customerId, this.#fields.table.defaultCountry);
    if (found.problem) return { problems: [problem(field, customerId, found.problem)], warnings: NONE };
    return found.warning ? { problems: NONE, warnings: [problem(field, customerId, found.warning)] } : FINE;
  }
}
