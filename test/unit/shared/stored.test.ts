import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { ChunkResultSchema } from '../../../functions/imports/domain/records/chunk-result.ts';
import { knownPart, parseStored } from '../../../functions/shared/domain/stored.ts';
import { findResult } from '../../../functions/shared/use-cases/work-objects.ts';
import { MemoryObjectStore } from '../../support/memory-object-store.ts';

const part = z.strictObject({ a: z.string() });
const Schema = z.strictObject({
  list: z.array(part),
  optional: part.optional(),
  nullable: part.nullable(),
  record: z.record(z.string(), part),
  tuple: z.tuple([part]),
  union: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('one'), part }),
    z.strictObject({ kind: z.literal('two') }),
  ]),
  json: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(part),
  withDefault: part.default({ a: 'default' }),
});

const with2 = { a: 'x', b: 1 };
const INPUT = {
  list: [with2],
  optional: with2,
  nullable: with2,
  record: { r: with2 },
  tuple: [with2],
  union: { kind: 'one', part: with2, b: 1 },
  json: JSON.stringify(with2),
  withDefault: with2,
  b: 1,
};

describe('keys that a schema does not know', () => {
  test('are rejected by the schema itself, and stay so after it has parsed something stored', () => {
    parseStored(Schema, INPUT);
    knownPart(Schema, INPUT);
    expect(Schema.safeParse(INPUT).success).toBe(false);
  });

  test('are preserved at every depth of a stored value', () => {
    expect(parseStored(Schema, INPUT)).toEqual({ ...INPUT, json: with2 });
  });

  test('are left out at every depth of something shown', () => {
    const a = { a: 'x' };
    expect(knownPart(Schema, INPUT)).toEqual({
      ...{ list: [a], optional: a, nullable: a, record: { r: a }, tuple: [a], json: a, withDefault: a },
      union: { kind: 'one', part: a },
    });
  });

  test('do not excuse a key that is wrong: the error names it, and nothing of its value', () => {
    expect(() => parseStored(Schema, { ...INPUT, list: [{ a: 5 }], union: { kind: 'three-secret' } })).toThrow(
      'cannot read a stored record (list.0.a, union.kind)',
    );
    expect(knownPart(part, { a: 5, b: 1 })).toEqual({ a: 5, b: 1 });
  });

  test('of a schema that was derived from another are its own', () => {
    const base = z.strictObject({ a: z.string() });
    parseStored(base, { a: 'x' });
    const derived = base.refine(({ a }) => a !== 'x', 'no x');
    expect(() => parseStored(derived, { a: 'x' })).toThrow('cannot read');
  });
});

test('a result object of a newer release is read', async () => {
  const store = new MemoryObjectStore();
  const at = '2026-11-22T10:00:00.000Z';
  const result = { startedAt: at, endedAt: at, records: 1, inserted: 1, fragments: {}, newCount: 1 };
  await store.create('result.json', JSON.stringify(result));
  expect(await findResult(store, 'result.json', ChunkResultSchema)).toMatchObject({ records: 1, inserted: 1 });
});
