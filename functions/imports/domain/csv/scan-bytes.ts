import { LF, QUOTE } from './bytes.ts';
import { PartBuilder } from './part-builder.ts';
import { emptyPart, joinParts, type ScanPart } from './scan-part.ts';
import type { ScanWindow } from './scan-window.ts';
import { FIELD_START, nextState, QUOTED, STATES, type State, UNQUOTED } from './state.ts';

/** Bytes that are scanned at once. After each, start states that have led to the same state are scanned as one. */
const BLOCK_BYTES = 32 * 1024;

/** What the stretch holds for each of the four states in which it may begin, in the order of `STATES`. */
export function scanBytes(window: ScanWindow): ScanPart[] {
  let parts = STATES.map(emptyPart);
  for (let from = window.from; from < window.to; from += BLOCK_BYTES) {
    const block = { ...window, from, to: Math.min(from + BLOCK_BYTES, window.to) };
    const scanned = scanBlock(block, new Set(parts.map((part) => part.end)));
    parts = parts.map((part) => joinParts(part, scanned[part.end] ?? emptyPart(part.end), window.recordBytes));
  }
  return parts;
}

function scanBlock(block: ScanWindow, states: ReadonlySet<State>): (ScanPart | undefined)[] {
  const view = block.bytes.subarray(0, block.to);
  const quoted = view.indexOf(QUOTE, block.from) !== -1;
  return STATES.map((state) => {
    if (!states.has(state)) return undefined;
    const builder = new PartBuilder(block, view);
    if (quoted) return scanQuoted(builder, block, state);
    return state === QUOTED ? scanInsideQuotes(builder, block) : scanUnquoted(builder, block);
  });
}

/** No quote in the block and none open: each LF ends a line, and native search finds it. */
function scanUnquoted(part: PartBuilder, { from, to, delimiter }: ScanWindow): ScanPart {
  const view = part.view;
  let position = from;
  while (position < to) {
    if (part.isRecordStart(position)) part.recordStart(position);
    const lineEnd = view.indexOf(LF, position);
    if (lineEnd === -1) break;
    part.lineEnd(lineEnd);
    position = lineEnd + 1;
  }
  const last = view[to - 1];
  return part.built(last === LF || last === delimiter ? FIELD_START : UNQUOTED);
}

/** No quote in the block and one open: all of it is text of a field. */
function scanInsideQuotes(part: PartBuilder, { from }: ScanWindow): ScanPart {
  for (let lf = part.view.indexOf(LF, from); lf !== -1; lf = part.view.indexOf(LF, lf + 1)) part.quotedLineEnd();
  return part.built(QUOTED);
}

function scanQuoted(part: PartBuilder, { from, to, delimiter }: ScanWindow, startState: State): ScanPart {
  const view = part.view;
  let state = startState;
  let atStart = state === FIELD_START && part.isRecordStart(from);
  for (let position = from; position < to; position += 1) {
    const byte = view[position] ?? 0;
    if (atStart) {
      if (part.isRecordStart(position)) part.recordStart(position);
      atStart = false;
    }
    if (byte === LF) {
      if (state === QUOTED) part.quotedLineEnd();
      else {
        part.lineEnd(position);
        atStart = true;
      }
    }
    state = nextState(state, byte, delimiter);
  }
  return part.built(state);
}
