import * as z from 'zod';
import { fromItem, type Item } from '../../shared/dynamodb/attributes.ts';

/** What the `TABLE` item holds beside its keys. `publishedVersion` is absent until the first publish. */
const TableItemSchema = z.object({
  prefix: z.string(),
  accountPrefix: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  publishedVersion: z.int().min(1).optional(),
  highWaterMark: z.int().min(0).default(0),
});
export type TableItem = z.infer<typeof TableItemSchema>;

export function fromTableItem(item: Item): TableItem {
  return TableItemSchema.parse(fromItem(item));
}
