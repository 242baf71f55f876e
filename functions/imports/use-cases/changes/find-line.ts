import { compareLines, customerIdOf, LINE_HEAD_BYTES, type Section } from '../../domain/records/before-file.ts';

/** Reads bytes of the file: `end` is exclusive. */
export type ReadBytes = (start: number, end: number) => Promise<Uint8Array>;

const LINE_FEED = 0x0a;
/** A probe has the end of one line and the head of the next one as a rule; some hundred bytes are one change. */
const PROBE_BYTES = 8_192;
/** A stretch this short is read whole: more probes would take longer than its bytes. */
const STRETCH_BYTES = 65_536;

/** The place of the first line feed from `from` on, or the end of the section. Reads more and more for a long line. */
async function lineFeedAfter(read: ReadBytes, from: number, { end }: Section): Promise<number> {
  let bytes = PROBE_BYTES;
  for (let start = from; start < end; start += bytes, bytes *= 2) {
    const found = Buffer.from(await read(start, Math.min(start + bytes, end))).indexOf(LINE_FEED);
    if (found >= 0) return start + found;
  }
  return end;
}

async function lineAt(read: ReadBytes, start: number, section: Section): Promise<string> {
  const end = await lineFeedAfter(read, start, section);
  return Buffer.from(await read(start, end)).toString();
}

/** Narrows a section by bisection to a short stretch in which the line begins, if there is one. */
async function narrow(read: ReadBytes, section: Section, customerId: string): Promise<Section> {
  let { start, end } = section;
  while (end - start > STRETCH_BYTES) {
    const middle = start + Math.floor((end - start) / 2);
    const line = (await lineFeedAfter(read, middle, section)) + 1;
    // No line begins between the middle and `line`.
    if (line >= end) end = middle + 1;
    else {
      const head = await read(line, Math.min(line + LINE_HEAD_BYTES, section.end));
      if (compareLines(customerIdOf(head), customerId) <= 0) start = line;
      else end = middle + 1;
    }
  }
  return { start, end };
}

/**
 * Finds the line of a customer by ranged reads: some 15 for a file of 1 GB, 2 for one of 64 KB.
 * @param section whose lines are in descending order of their Customer IDs
 */
export async function findLine(read: ReadBytes, section: Section, customerId: string): Promise<string | undefined> {
  const { start, end } = await narrow(read, section, customerId);
  const bytes = Buffer.from(await read(start, Math.min(end + LINE_HEAD_BYTES, section.end)));
  for (let at = 0; start + at < end; ) {
    if (customerIdOf(bytes.subarray(at, at + LINE_HEAD_BYTES)) === customerId) {
      return lineAt(read, start + at, section);
    }
    const lineFeed = bytes.indexOf(LINE_FEED, at);
    if (lineFeed < 0) return undefined;
    at = lineFeed + 1;
  }
  return undefined;
}
