import { toItem } from '../../shared/dynamodb/attributes.ts';
import type { Guard } from '../../shared/dynamodb/overwrite.ts';
import type { ImportStatus } from '../domain/import.ts';

/**
 * The condition of an update of an import: its stored status is one of the allowed ones, and further attributes are
 * unchanged since they were read.
 */
export function statusGuard(
  allowedIn: readonly ImportStatus[],
  asRead: Readonly<Record<string, string | number>>,
): Guard {
  const allowed = Object.fromEntries(allowedIn.map((status, index) => [`:from${index}`, status]));
  const further = Object.keys(asRead).map((attribute) => ` AND ${attribute} = :${attribute}`);
  return {
    ConditionExpression: `#status IN (${Object.keys(allowed).join(', ')})${further.join('')}`,
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: toItem({
      ...allowed,
      ...Object.fromEntries(Object.entries(asRead).map(([attribute, value]) => [`:${attribute}`, value])),
    }),
  };
}
