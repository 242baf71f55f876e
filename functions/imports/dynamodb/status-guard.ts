import { toItem } from '../../shared/dynamodb/attributes.ts';
import type { Guard } from '../../shared/dynamodb/overwrite.ts';
import type { ImportStatus } from '../domain/import.ts';

/**
 * The condition of a change of an import: the stored status is one of those that allow the change, and further attributes
 * are as they were read.
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
