import * as z from 'zod';
import { LF, QUOTE } from './bytes.ts';

/**
 * The state of the scan at a byte: at the start of a field, in an unquoted field, in a quoted field, or after a quote
 * within a quoted field (which closes it, or is the first of a doubled pair). CRs before an LF need no state: they are
 * text until the LF, and outside quotes the LF ends the record anyway.
 */
export const FIELD_START = 0;
export const UNQUOTED = 1;
export const QUOTED = 2;
export const QUOTE_IN_QUOTED = 3;

export const StateSchema = z.literal([FIELD_START, UNQUOTED, QUOTED, QUOTE_IN_QUOTED]);
export type State = z.infer<typeof StateSchema>;

export const STATES: readonly State[] = [FIELD_START, UNQUOTED, QUOTED, QUOTE_IN_QUOTED];

const BYTES = 256;

/**
 * The state after each byte in each state: entry `state * 256 + byte`. Stray quotes are read as csv-parse reads them
 * with `relax_quotes`.
 */
export function transitionsFor(delimiter: number): Uint8Array {
  const table = new Uint8Array(STATES.length * BYTES);
  for (const state of STATES) {
    for (let byte = 0; byte < BYTES; byte += 1) table[state * BYTES + byte] = nextState(state, byte, delimiter);
  }
  return table;
}

function nextState(state: number, byte: number, delimiter: number): State {
  if (state === QUOTED) return byte === QUOTE ? QUOTE_IN_QUOTED : QUOTED;
  if (byte === QUOTE) {
    if (state === QUOTE_IN_QUOTED) return QUOTED;
    return state === FIELD_START ? QUOTED : UNQUOTED;
  }
  return byte === delimiter || byte === LF ? FIELD_START : UNQUOTED;
}
