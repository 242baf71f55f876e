import * as z from 'zod';
import { DeletionReasonSchema } from './customer-input.ts';
import type { DocumentChange, DocumentEvent } from './document-event.ts';
import type { NoteChange, NoteEvent } from './note.ts';

/** One field of a change; a value is absent where there was or is none, and after the customer was deleted. */
export const FieldChangeSchema = z
  .strictObject({
    code: z.string().meta({ description: 'Of the field.', example: 'P011' }),
    old: z.string().optional(),
    new: z.string().optional(),
  })
  .meta({ id: 'FieldChange' });
export type FieldChange = z.infer<typeof FieldChangeSchema>;

/** A change of a customer by a person. */
export const HistoryEventSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['created', 'updated', 'deleted']),
    at: z.iso.datetime(),
    by: z.string().meta({ description: 'The id of the user.' }),
    /** That of the customer after the change. */
    version: z.int().min(1),
    reason: DeletionReasonSchema.optional().meta({ description: 'Of a deletion.' }),
    changes: z.array(FieldChangeSchema),
    isCut: z.boolean().optional().meta({ description: 'Whether long values were cut, because all were too large.' }),
  })
  .meta({ id: 'HistoryEvent' });
export type HistoryEvent = z.infer<typeof HistoryEventSchema>;

/** Every event that the history of a customer stores. */
export type StoredEvent = HistoryEvent | NoteEvent | NoteChange | DocumentEvent | DocumentChange;

export const isChange = (event: StoredEvent): event is HistoryEvent => 'changes' in event;

/** An event is an item of at most 400 KB, and old and new values together can have more. */
const LARGEST_CHANGES_BYTES = 300_000;
/** 77 fields with two values each of so many code points stay below it. */
const CUT_POINTS = 400;

const cut = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : [...value].slice(0, CUT_POINTS).join('');

/** Cuts the values of an event that would not fit into an item. */
export function boundEvent(event: HistoryEvent): HistoryEvent {
  if (Buffer.byteLength(JSON.stringify(event.changes)) <= LARGEST_CHANGES_BYTES) return event;
  const changes = event.changes.map(({ code, ...sides }) => changeOf(code, cut(sides.old), cut(sides.new)));
  return { ...event, changes, isCut: true };
}

/** A blank value is no value. */
export function changeOf(code: string, old: string | undefined, after: string | undefined): FieldChange {
  return { code, ...(old && { old }), ...(after && { new: after }) };
}

/** What remains of the changes when their customer is deleted. */
export const withoutValues = (changes: readonly FieldChange[]): FieldChange[] => changes.map(({ code }) => ({ code }));
