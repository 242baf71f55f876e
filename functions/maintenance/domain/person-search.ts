/** What a file is searched for: the Customer ID of a person, and further values that identify the person. */
export type SoughtTexts = readonly string[];

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** A text as files may hold it: as it is, inside quotes of CSV, and inside a string of JSON. */
function formsOf(text: string): string[] {
  return [...new Set([text, text.replaceAll('"', '""'), JSON.stringify(text).slice(1, -1)])];
}

const startsWithin = (text: string, at: number): boolean => LETTER_OR_DIGIT.test([...text.slice(at, at + 2)][0] ?? '');
const endsWithin = (text: string, at: number): boolean =>
  LETTER_OR_DIGIT.test([...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '');

/** Whether a text holds the form as a whole: `C12` is not in `C123`. */
function holdsWhole(text: string, form: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (!endsWithin(text, at) && !startsWithin(text, at + form.length)) return true;
  }
  return false;
}

/** Whether a text names the person. */
export const names = (sought: SoughtTexts): ((text: string) => boolean) => {
  const forms = sought.filter((text) => text !== '').flatMap(formsOf);
  return (text) => forms.some((form) => holdsWhole(text, form));
};

/**
 * The records of a text: lines, but for line ends inside quotes. A quote that never closes ends with its line, since in
 * a log a quote is a character like others.
 */
export function recordsOf(text: string): string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const records: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const end = endOfRecord(lines, at);
    records.push(lines.slice(at, end + 1).join(''));
    at = end;
  }
  return records;
}

/** More lines than this are no cell of a customer. */
const MOST_LINES = 1_000;

function endOfRecord(lines: readonly string[], start: number): number {
  let isOpen = false;
  for (let at = start; at < Math.min(lines.length, start + MOST_LINES); at += 1) {
    isOpen = isOpenAfter(lines[at] ?? '', isOpen);
    if (!isOpen) return at;
  }
  return start;
}

/** A quote opens a cell at its beginning alone, and two quotes inside a cell are one. */
const OPENING = /(?:^|[,;|\t])"/g;
const CLOSING = /"(?!")/g;

function isOpenAfter(line: string, wasOpen: boolean): boolean {
  let isOpen = wasOpen;
  let at = 0;
  for (;;) {
    const pattern = isOpen ? CLOSING : OPENING;
    pattern.lastIndex = at;
    const rest = isOpen ? line.replaceAll('""', '\0\0') : line;
    const found = pattern.exec(rest);
    if (!found) return isOpen;
    at = found.index + found[0].length;
    isOpen = !isOpen;
  }
}

/** A text without the records that name the person; undefined if there is none. */
export function withoutPerson(text: string, sought: SoughtTexts): string | undefined {
  const isNamed = names(sought);
  const records = recordsOf(text);
  const kept = records.filter((record) => !isNamed(record));
  return kept.length === records.length ? undefined : kept.join('');
}
