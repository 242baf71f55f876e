import fc from 'fast-check';
import type { Chance } from './chance.ts';
import { resolved, type Schema } from './document.ts';

/** Gives a value for a property by its name; undefined where the schema alone decides. */
export type Hint = (name: string, schema: Schema) => unknown;

/** Texts that have broken programs: controls, halves of characters, letters that fold, names of JavaScript. */
const ODD_TEXTS = [
  ...['', ' ', '\0', '\ud800', 'a\0b', '\n', '\u200b', 'ﷺ', 'ß', 'İ', '🏳️‍🌈', '=1+1', '__proto__', 'constructor'],
  ...['null', '../..', 'P008', "O'Hara", '"', '%', '%00', '<b>', '\ufffd', '\u202e', 'x'.repeat(300), '0', '-1'],
];
const WORDS = ['Mill', 'Zoë', 'Spring', 'Müller', 'list', 'Northern', 'Café', 'vouchers', 'Ann', 'Łódź'];

const samples = new Map<string, readonly string[]>();

/** Texts that match a pattern. The same ones in each run. */
function matching(pattern: string): readonly string[] {
  const found = samples.get(pattern) ?? sample(pattern);
  samples.set(pattern, found);
  return found;
}

function sample(pattern: string): readonly string[] {
  try {
    return fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), { seed: 1, numRuns: 40 });
  } catch {
    // The library cannot generate texts for classes of Unicode characters.
    return [];
  }
}

function randomText(schema: Schema, chance: Chance): string {
  const { pattern, format, minLength = 0, maxLength = 60 } = schema;
  if (format === 'date-time') return new Date(1.79e12 + chance.random(1e11)).toISOString();
  if (format === 'email') return `${chance.pick(['ann', 'Bob', 'zoe'])}${chance.random(500)}@example.com`;
  if (format === 'base64') return Buffer.from(`Customer ID,Last name\n${chance.random(99)},Mill\n`).toString('base64');
  if (pattern !== undefined) {
    const fitting = matching(pattern).filter(({ length }) => length >= minLength && length <= maxLength);
    if (fitting.length > 0) return chance.pick(fitting);
  }
  if (chance.happens(6)) return chance.pick(ODD_TEXTS);
  const text = `${chance.pick(WORDS)} ${chance.random(10_000)}`;
  return text.slice(0, maxLength).padEnd(minLength, 'x');
}

function randomNumber({ minimum = -5, maximum, type }: Schema, chance: Chance): number {
  const highest = Math.min(maximum ?? minimum + 1_000, minimum + 2 ** 31);
  if (chance.happens(15)) return chance.pick([minimum, highest]);
  return chance.between(minimum, highest) + (type === 'number' && chance.happens(20) ? 0.25 : 0);
}

function randomObject(schema: Schema, chance: Chance, hint: Hint): Record<string, unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const given = Object.entries(properties).filter(([name]) => required.includes(name) || chance.happens(55));
  const result: Record<string, unknown> = {};
  for (const [name, property] of given) result[name] = randomValue(property, chance, hint, name);
  if (typeof additionalProperties !== 'object') return result;
  for (let count = chance.random(4); count > 0; count -= 1) {
    const name = String(randomValue(propertyNames ?? { type: 'string' }, chance, hint));
    Object.defineProperty(result, name, {
      ...{ value: randomValue(additionalProperties, chance, hint, name), enumerable: true, configurable: true },
    });
  }
  return result;
}

/** A value that the schema allows, mostly: patterns of Unicode classes and `refine` are left to chance. */
export function randomValue(given: Schema, chance: Chance, hint: Hint, name = ''): unknown {
  const schema = resolved(given);
  const hinted = chance.happens(80) ? hint(name, schema) : undefined;
  if (hinted !== undefined) return hinted;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return randomValue(chance.pick(choices), chance, hint, name);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => randomValue(part, chance, hint, name)));
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.pick(schema.enum);
  const type = Array.isArray(schema.type) ? chance.pick(schema.type) : schema.type;
  switch (type) {
    case 'object':
      return randomObject(schema, chance, hint);
    case 'array': {
      const { minItems = 0, maxItems = 4, items = {} } = schema;
      const length = chance.between(minItems, Math.min(maxItems, minItems + 3));
      return Array.from({ length }, () => randomValue(items, chance, hint, name));
    }
    case 'integer':
    case 'number':
      return randomNumber({ ...schema, type }, chance);
    case 'boolean':
      return chance.happens(50);
    case 'null':
      return null;
    default:
      return randomText(schema, chance);
  }
}

/** Values of every type, one of which a place seldom allows. */
const WRONG = [null, 0, -1, 1.5, 1e15, true, [], {}, '', 'x', 'x'.repeat(40_000), [[[]]], { a: { b: 1 } }];

/** A copy of a JSON value with one place changed: removed, added or replaced. */
export function damaged(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.happens(15)) return chance.pick(WRONG);
  if (Array.isArray(value)) {
    if (value.length === 0 || chance.happens(20)) return [...value, chance.pick(WRONG)];
    const at = chance.random(value.length);
    return value.map((item, index) => (index === at ? damaged(item, chance) : item));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || chance.happens(20))
    return { ...value, [chance.pick(['extra', 'id', 'P099'])]: chance.pick(WRONG) };
  const at = chance.random(entries.length);
  if (chance.happens(30)) return Object.fromEntries(entries.filter((_, index) => index !== at));
  return Object.fromEntries(entries.map(([name, item], index) => [name, index === at ? damaged(item, chance) : item]));
}
