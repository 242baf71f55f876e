import { isJsonObject, type JsonValue } from '../json-value.ts';
import type { EventPattern, Matcher } from './event-pattern.ts';

/** Whether an event matches a pattern: every field named in it must match one of its values. */
export function matches(pattern: EventPattern, event: JsonValue | undefined): boolean {
  return Object.entries(pattern).every(([field, expected]) => {
    const value = isJsonObject(event) ? event[field] : undefined;
    if (!isMatcherList(expected)) return matches(expected, value);
    return expected.some((matcher) => matchesField(matcher, value));
  });
}

function isMatcherList(expected: readonly Matcher[] | EventPattern): expected is readonly Matcher[] {
  return Array.isArray(expected);
}

/** An array in an event matches when one of its items does. */
function matchesField(matcher: Matcher, value: JsonValue | undefined): boolean {
  if (typeof matcher === 'object' && matcher !== null && 'exists' in matcher)
    return matcher.exists === (value !== undefined);
  if (Array.isArray(value)) return value.some((item) => matchesValue(matcher, item));
  return value !== undefined && matchesValue(matcher, value);
}

function matchesValue(matcher: Matcher, value: JsonValue): boolean {
  if (typeof matcher !== 'object' || matcher === null) return matcher === value;
  if ('exists' in matcher) return false;
  if ('anything-but' in matcher) return isAnythingBut(matcher['anything-but'], value);
  if (typeof value !== 'string') return false;
  if ('prefix' in matcher) return value.startsWith(matcher.prefix);
  if ('suffix' in matcher) return value.endsWith(matcher.suffix);
  return value.toLowerCase() === matcher['equals-ignore-case'].toLowerCase();
}

type Excluded = string | string[] | { prefix: string } | { suffix: string };

function isAnythingBut(excluded: Excluded, value: JsonValue): boolean {
  const text = String(value);
  if (typeof excluded === 'string') return text !== excluded;
  if (Array.isArray(excluded)) return !excluded.includes(text);
  return 'prefix' in excluded ? !text.startsWith(excluded.prefix) : !text.endsWith(excluded.suffix);
}
