import { CUSTOMER_ID_CODE, isKnownCode, type PublishedTable, VIP_FIELD } from '../../../crm-tables/index.ts';
import { type Match, matchName } from '../layout/match-name.ts';
import { matchContent } from '../preview/match-content.ts';
import type { CodeChoice } from './code-choice.ts';
import type { FileColumn } from './file-columns.ts';
import { standardOrder } from './standard-order.ts';

interface Claim extends Match {
  readonly position: number;
}

/**
 * The columns that are standard fields, or whose header cell is the code of a field; no code is given twice. With a
 * header row the names decide, without one the values.
 */
export function recogniseCodes(
  columns: readonly FileColumn[],
  customerIdColumn: number | undefined,
  reference: PublishedTable,
): Map<number, CodeChoice> {
  const chosen = new Map<number, CodeChoice>();
  const others = columns.filter(({ position }) => position !== customerIdColumn);
  const ordered = standardOrder(columns, customerIdColumn, reference);
  const claims = ordered ?? others.flatMap((column) => claimsOf(column, reference));
  const taken = new Set([CUSTOMER_ID_CODE]);
  for (const claim of claims.toSorted((a, b) => b.confidence - a.confidence || a.position - b.position)) {
    if (taken.has(claim.code) || chosen.has(claim.position)) continue;
    taken.add(claim.code);
    chosen.set(claim.position, { code: claim.code, reason: reasonOf(claim, reference) });
  }
  return chosen;
}

function claimsOf({ position, name, values }: FileColumn, reference: PublishedTable): Claim[] {
  if (name === undefined) {
    const matches = matchContent(
      values.map(({ value }) => value),
      reference,
    );
    // Any column of yes and no looks like it.
    return matches.filter(({ code }) => code !== VIP_FIELD.code).map((match) => ({ position, ...match }));
  }
  const code = name.trim().toUpperCase();
  if (isKnownCode(code)) return [{ position, code, reason: 'code', confidence: 1 }];
  return matchName(name, reference).map((match) => ({ position, ...match }));
}

function reasonOf({ code, reason }: Claim, { fields }: PublishedTable): string {
  const label = fields.find((field) => field.code === code)?.label ?? code;
  if (reason === 'code') return `The header row says ${code}.`;
  if (reason === 'content') return `The values look like those of the standard field ${code} (${label}).`;
  if (reason === 'position')
    return `The columns are the standard fields in their order; this one is ${code} (${label}).`;
  return `The name of the column means the standard field ${code} (${label}).`;
}
