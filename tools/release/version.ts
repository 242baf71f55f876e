const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Major, minor, patch. @throws Error if the text is not a version, e.g. because it begins with `v` */
function parseVersion(text: string): readonly number[] {
  const match = VERSION.exec(text);
  if (!match) throw new Error(`"${text}" is not a version: give three numbers, e.g. 0.2.0.`);
  return match.slice(1).map(Number);
}

/** Whether `next` is later than `current`. @throws Error if either is not a version */
export function isLater(next: string, current: string): boolean {
  const before = parseVersion(current);
  const differing = parseVersion(next)
    .map((number, index) => number - (before[index] ?? 0))
    .find((difference) => difference !== 0);
  return (differing ?? 0) > 0;
}
