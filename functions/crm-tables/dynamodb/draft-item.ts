import * as z from 'zod';
import type { Revised } from '../../shared/domain/revised.ts';
import { type Item, jsonOf, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type Draft, DraftSchema } from '../domain/draft.ts';
import { tablePartition } from './table-item.ts';

export function draftKey(tablePrefix: string): ControlKey {
  return { PK: tablePartition(tablePrefix), SK: 'DRAFT' };
}

/** Raised when the stored form changes; a reader of an older release then fails instead of misreading it. */
export const DRAFT_SCHEMA_VERSION = 1;

const DraftItemSchema = z.object({
  schemaVersion: z.literal(DRAFT_SCHEMA_VERSION),
  body: jsonOf(DraftSchema),
  revision: z.int().min(1),
});

export const DRAFT_ATTRIBUTES = Object.keys(DraftItemSchema.shape);

export function toDraftItem(tablePrefix: string, draft: Draft, revision: number) {
  return { ...draftKey(tablePrefix), schemaVersion: DRAFT_SCHEMA_VERSION, body: JSON.stringify(draft), revision };
}

export function fromDraftItem(item: Item): Revised<Draft> {
  const { body, revision } = readItem(DraftItemSchema, item);
  return { value: body, revision };
}
