const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Major, minor, patch. @throws Error when the text is no version, e.g. because it begins with `v` */
function parseVersion(text: string): readonly number[] {
  const match = VERSION.exec(text);
  if (!match) throw new Error(`"${text}" is no version: give three numbers, e.g. 0.2.0.`);
  return match.slice(1).map(Number);
}

/** Whether `next` comes after `current`. @throws Error when either is no version */
export function isLater(next: string, current: string): boolean {
  const before = parseVersion(current);
  const differing = parseVersion(next)
    .map((number, index) => number - (before[index] ?? 0))
    .find((difference) => difference !== 0);
  return (differing ?? 0) > 0;
}
