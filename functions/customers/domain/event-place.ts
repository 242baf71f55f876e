import * as z from 'zod';

/** Above every time in milliseconds until the year 2286: inverted, later times sort first. */
const LAST_MILLISECOND = 9_999_999_999_999;
const DIGITS = 13;
const SEPARATOR = '\0';

interface Placed {
  readonly id: string;
  readonly at: string;
  readonly version: number;
}

const inverted = (number: number): string => String(LAST_MILLISECOND - number).padStart(DIGITS, '0');

/**
 * The place of an event in a list: the newest events have the lowest. Two changes in one millisecond are in the order of
 * their versions.
 */
export function placeOf({ at, version, id }: Placed): string {
  return `${inverted(Date.parse(at))}${SEPARATOR}${inverted(version)}-${id}`;
}

/** The id of a note or a document says where its event is stored, so that one request finds it. */
const EVENT_ID = /^\d{13}\.\d{13}-[\w-]{1,60}$/;
const eventId = (noun: string) =>
  z
    .string()
    .regex(EVENT_ID, `This is not the id of a ${noun}.`)
    .meta({ example: '8235460639999.9999999999998-019ad5f3c0a10123456789abcdef' });
export const NoteIdSchema = eventId('note');
export const DocumentIdSchema = eventId('document');

export const eventIdOf = (event: Placed): string => placeOf(event).replace(SEPARATOR, '.');

export const placeOfEventId = (noteId: string): string => noteId.replace('.', SEPARATOR);

/** The version of the customer when the note was written or the document attached. */
export const versionOfEventId = (noteId: string): number =>
  LAST_MILLISECOND - Number(noteId.slice(DIGITS + 1, 2 * DIGITS + 1));

/** After every event that is later than this time, and before all others. */
export const placeOfTime = (at: string): string => `${inverted(Date.parse(at))}${SEPARATOR}`;
