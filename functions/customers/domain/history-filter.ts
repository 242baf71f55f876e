import * as z from 'zod';
import { normaliseText } from '../../crm-tables/index.ts';
import { DocumentChangeSchema, DocumentEventSchema } from './document-event.ts';
import { HistoryEventSchema, isChange, type StoredEvent } from './history-event.ts';
import { NoteChangeSchema, NoteEventSchema } from './note.ts';
import type { TimelineEntry } from './timeline.ts';

const LONGEST_TEXT = 200;
const LONGEST_USER_ID = 100;

/** The kinds of entries that a history has. */
export const ENTRY_KINDS = [
  ...HistoryEventSchema.shape.kind.options,
  'imported',
  NoteEventSchema.shape.kind.value,
  ...NoteChangeSchema.shape.kind.options,
  DocumentEventSchema.shape.kind.value,
  ...DocumentChangeSchema.shape.kind.options,
] as const;

/** Conditions that all have to hold. */
export const HistoryFilterSchema = z.strictObject({
  kinds: z.array(z.enum(ENTRY_KINDS)).min(1).max(ENTRY_KINDS.length).optional().meta({
    description: 'Kinds of entries; left out, all.',
  }),
  by: z.string().min(1).max(LONGEST_USER_ID).optional().meta({
    description: 'The id of a user: only their changes, notes and documents. Imports have no such user.',
  }),
  text: z.string().trim().min(1).max(LONGEST_TEXT).optional().meta({
    description:
      'A part of an old or new value, of the label of a changed field, of a note, or of the name of a document, whatever the case and the accents. The values of an import are not searched.',
    example: 'example',
  }),
  from: z.iso.datetime().optional().meta({ description: 'The earliest time.' }),
  to: z.iso.datetime().optional().meta({ description: 'The latest time.' }),
});
export type HistoryFilter = z.infer<typeof HistoryFilterSchema>;

/** What a text is compared with. */
export interface SearchedTexts {
  readonly labelOf: (code: string) => string | undefined;
  /** The whole text of a note; undefined for one that lists show whole. */
  readonly noteText: (note: StoredEvent) => string | undefined;
}

const kindOf = (entry: TimelineEntry) => ('event' in entry ? entry.event.kind : 'imported');
const timeOf = (entry: TimelineEntry) => ('event' in entry ? entry.event.at : entry.line.at);

function textsOf(entry: TimelineEntry, { labelOf, noteText }: SearchedTexts): readonly string[] {
  if ('line' in entry) return [entry.line.importId];
  const { event } = entry;
  if (isChange(event))
    return event.changes.flatMap(({ code, old = '', new: after = '' }) => [labelOf(code) ?? code, old, after]);
  if (event.kind === 'document') return [event.name];
  return event.kind === 'note' ? [noteText(event) ?? event.beginning] : [];
}

function isBetween(at: string | undefined, { from, to }: HistoryFilter): boolean {
  if (from === undefined && to === undefined) return true;
  if (at === undefined) return false;
  const time = Date.parse(at);
  return (from === undefined || time >= Date.parse(from)) && (to === undefined || time <= Date.parse(to));
}

/** Whether all conditions but the text hold: for the text a note may have to be read. */
export function matchesWithoutText(filter: HistoryFilter, entry: TimelineEntry): boolean {
  const { kinds, by } = filter;
  const isOfKind = kinds === undefined || kinds.includes(kindOf(entry));
  return (
    isOfKind && isBetween(timeOf(entry), filter) && (by === undefined || ('event' in entry && entry.event.by === by))
  );
}

/** @param entry as the caller may see it: a hidden value must not be found */
export function matchesText({ text }: HistoryFilter, entry: TimelineEntry, texts: SearchedTexts): boolean {
  if (text === undefined) return true;
  const wanted = normaliseText(text);
  return textsOf(entry, texts).some((part) => normaliseText(part).includes(wanted));
}
