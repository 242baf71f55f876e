// What an agent has typed survives a reload, a lost line and a sign-in. It is personal data: see docs/adr/0040.

/** What the storage of the tab holds, and since when. */
interface Kept<Value> {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly value: Value;
}

const START = 'switchboard.desk.';
/** Longer than a shift. A browser may restore a tab, with its storage, on another day. */
const LIFETIME_MS = 12 * 3_600_000;

const nameOf = (key: readonly string[]): string => START + JSON.stringify(key);

/** @param key begins with the user's id @returns whether the browser had room */
export function keep(key: readonly string[], value: object): boolean {
  try {
    sessionStorage.setItem(nameOf(key), JSON.stringify({ at: Date.now(), value }));
    return true;
  } catch {
    return false;
  }
}

export const forget = (key: readonly string[]): void => sessionStorage.removeItem(nameOf(key));

export function kept<Value extends object>(
  key: readonly string[],
  isValue: (value: object) => value is Value,
): Kept<Value> | undefined {
  return readKept(sessionStorage.getItem(nameOf(key)), Date.now(), isValue);
}

/** The newest value whose key begins with these parts and has one part more. */
export function lastKept<Value extends object>(
  beginning: readonly string[],
  isValue: (value: object) => value is Value,
): Kept<Value> | undefined {
  const start = `${nameOf(beginning).slice(0, -1)},`;
  const found = storedNames()
    .filter((name) => name.startsWith(start))
    .flatMap((name) => readKept(sessionStorage.getItem(name), Date.now(), isValue) ?? []);
  return found.toSorted((a, b) => b.at - a.at)[0];
}

const storedNames = (): readonly string[] =>
  Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? '');

/** @param text as the browser has stored it @returns undefined if it is too old */
export function readKept<Value extends object>(
  text: string | null,
  now: number,
  isValue: (value: object) => value is Value,
): Kept<Value> | undefined {
  try {
    const stored: unknown = JSON.parse(text ?? 'null');
    if (!isObject(stored)) return undefined;
    const [at, value]: unknown[] = [Reflect.get(stored, 'at'), Reflect.get(stored, 'value')];
    if (typeof at !== 'number' || now - at > LIFETIME_MS || at > now) return undefined;
    return isObject(value) && isValue(value) ? { at, value } : undefined;
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every((each) => typeof each === 'string');

/** Deletes what is too old, of every user and CRM table. */
export function forgetOld(): void {
  const isAny = (value: object): value is object => isObject(value);
  for (const name of storedNames().filter((each) => each.startsWith(START))) {
    if (!readKept(sessionStorage.getItem(name), Date.now(), isAny)) sessionStorage.removeItem(name);
  }
}
