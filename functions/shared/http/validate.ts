import type * as z from 'zod';
import { DomainError, type Violation } from '../domain/errors.ts';
import { plainMessage } from '../domain/plain-message.ts';

/** The stable code of each zod issue code. */
const CODES: Readonly<Record<string, string>> = {
  invalid_type: 'input.wrong-type',
  too_big: 'input.too-big',
  too_small: 'input.too-small',
  invalid_format: 'input.wrong-format',
  invalid_value: 'input.not-a-choice',
};

/** The issues that a missing value can cause. */
const MAY_BE_MISSING = new Set(['invalid_type', 'invalid_union', 'invalid_value']);

/** A JSON pointer (RFC 6901). */
function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Whether the input has no value where the issue points: "missing" says more than "wrong type". */
function isMissing(issue: z.core.$ZodIssue, input: unknown): boolean {
  if (!MAY_BE_MISSING.has(issue.code)) return false;
  let value = input;
  for (const step of issue.path) {
    if (typeof value !== 'object' || value === null) return false;
    value = Reflect.get(value, step);
  }
  return value === undefined;
}

/** Says what a missing value may be if it is one of a few: an enum, or the discriminator of a union. */
function missing(issue: z.core.$ZodIssue): string {
  const isChoice =
    issue.code === 'invalid_value' || (issue.code === 'invalid_union' && issue.discriminator !== undefined);
  return isChoice ? `This is required. ${issue.message}` : 'This is required.';
}

/** The violations of `input`, one per place; unknown keys are named one by one. Pointers start at `input`. */
function violationsOf(error: z.core.$ZodError, input: unknown): Violation[] {
  return error.issues.flatMap((issue): Violation[] => {
    const pointer = jsonPointer(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: `${pointer}${jsonPointer([key])}`,
        code: 'input.unknown',
        detail: 'This field does not exist. Remove it.',
      }));
    }
    if (isMissing(issue, input)) return [{ pointer, code: 'input.missing', detail: missing(issue) }];
    return [{ pointer, code: CODES[issue.code] ?? 'input.invalid', detail: issue.message }];
  });
}

const BROKEN_TEXT = 'This must not contain a half of a character (a lone surrogate).';

/** The paths of texts and names with a half of a character: JSON can carry one, and the database cannot store it. */
function brokenTexts(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name.isWellFormed() ? brokenTexts(inner, [...path, name]) : [path],
  );
}

/**
 * Parses one part of a request.
 * @throws DomainError `<part>.invalid` with a violation, pointing into that part, for each thing that is wrong.
 */
export function parsePart<S extends z.ZodType>(part: 'path' | 'query' | 'body', schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input, { error: plainMessage });
  const violations = parsed.success ? [] : violationsOf(parsed.error, input);
  const named = new Set(violations.map(({ pointer }) => pointer));
  const broken = brokenTexts(input)
    .map(jsonPointer)
    .filter((pointer) => !named.has(pointer));
  if (parsed.success && broken.length === 0) return parsed.data;
  throw new DomainError('invalid', `${part}.invalid`, `The ${part} of the request is invalid; see errors.`, [
    ...violations,
    ...broken.map((pointer) => ({ pointer, code: 'input.invalid', detail: BROKEN_TEXT })),
  ]);
}
