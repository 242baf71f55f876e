import { type Problem, recordProblem } from './prepared-customer.ts';

/** DynamoDB's limit for one item, names and values together. */
export const LARGEST_ITEM_BYTES = 400 * 1024;

export function itemTooLarge(): Problem {
  return recordProblem(
    'item.too-large',
    'The customer would be larger than 400 KB, the most that can be stored. Shorten the values.',
  );
}
