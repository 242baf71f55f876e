import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { uniqueName } from '../../../../functions/shared/domain/text.ts';
import { anyText } from '../../../support/any-text.ts';
import { CONTROL_ITEMS, type KeyParts } from '../../../support/control-items.ts';

const FUNCTIONS = resolve(import.meta.dirname, '../../../../functions');

type Module = Readonly<Record<string, unknown>>;

/** The modules that know how a context stores its items, with the context's name. */
async function storageModules(): Promise<Array<{ context: string; module: Module }>> {
  const files = readdirSync(FUNCTIONS, { withFileTypes: true, recursive: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.ts') && /\/dynamodb(\/|$)/.test(entry.parentPath),
  );
  return Promise.all(
    files.map(async ({ parentPath, name }) => ({
      context: parentPath.slice(FUNCTIONS.length + 1).split('/')[0] ?? '',
      module: await import(resolve(parentPath, name)),
    })),
  );
}

/** The partitions of the control table, or of its index, by the context that owns them. */
const partitionsIn = (modules: Awaited<ReturnType<typeof storageModules>>, constant: RegExp) =>
  modules.flatMap(({ context, module }) =>
    Object.entries(module)
      .filter(([name]) => constant.test(name))
      .flatMap(([, partitions]) => Object.values(partitions as Record<string, string>))
      .map((partition) => ({ context, partition })),
  );

let modules: Awaited<ReturnType<typeof storageModules>>;
beforeAll(async () => {
  modules = await storageModules();
});

const tablePartitions = () => partitionsIn(modules, /^(?!.*INDEX).*_PARTITIONS$/);
const indexPartitions = () => partitionsIn(modules, /_INDEX_PARTITIONS$/);

const hex = fc.stringMatching(/^[0-9a-f]{28}$/);
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Any name that a request may have: most texts consist of characters with a meaning in a key. */
const anyName = fc
  .oneof(
    anyText({ minLength: 1, maxLength: 100 }),
    fc.string({
      unit: fc.constantFrom('A', 'a', 'ß', '#', '\0', ' ', 'ﷺ', '\u0001', '9'),
      minLength: 1,
      maxLength: 100,
    }),
  )
  .filter((text) => uniqueName(100).safeParse(text).success);

/** Every part in each form that schemas let in. */
const anyParts: fc.Arbitrary<KeyParts> = fc.record({
  ACC: fc.stringMatching(/^[A-Z]{3}$/),
  PREFIX: fc.stringMatching(/^[A-Z0-9]{1,6}$/),
  id: hex,
  version: fc.integer({ min: 1, max: 99_999 }),
  name: anyName,
  username: anyName,
  'CRM Id': anyName,
  'e-mail address': anyName,
  importId: fc.oneof(fc.stringMatching(/^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}$/), fc.stringMatching(/^api-[0-9a-f]{24}$/)),
  createdAt: instant,
  'granted at': instant,
  'schedule id': hex,
  scheduledAt: instant,
  object: anyText(),
  user: fc.uuid(),
  key: fc.stringMatching(/^[\x20-\x7e]{1,255}$/),
  time: instant,
  'request id': fc.stringMatching(/^[A-Za-z0-9_-]{15}=$/),
  route: fc.constantFrom('POST /accounts', 'GET /users/{userId}'),
  'five minutes': instant,
  hour: instant,
});

describe('a partition of the control table', () => {
  test('has one owner, and no other begins with its name', () => {
    for (const partitions of [tablePartitions(), indexPartitions()]) {
      expect(partitions.length).toBeGreaterThan(0);
      for (const { context, partition } of partitions) {
        const alike = partitions.filter((other) => other.partition.startsWith(partition));
        expect(alike).toEqual([{ context, partition }]);
      }
    }
  });

  test('is a complete name, or ends before the part that distinguishes partitions of its kind', () => {
    for (const { partition } of [...tablePartitions(), ...indexPartitions()]) {
      expect(partition).toMatch(/^[A-Z]+(-[A-Z]+)*#?$/);
    }
  });

  test('holds items of its owner alone', async () => {
    const [ofTable, ofIndex] = [tablePartitions(), indexPartitions()];
    const ownersOf = (PK: string, partitions: typeof ofTable) =>
      partitions.flatMap(({ context, partition }) =>
        (partition.endsWith('#') ? PK.startsWith(partition) : PK === partition) ? [context] : [],
      );
    await fc.assert(
      fc.asyncProperty(anyParts, async (parts) => {
        const owners = CONTROL_ITEMS.map(({ item, key, indexed }) => [
          item,
          ...ownersOf(key(parts).PK, ofTable),
          ...(indexed ? ownersOf(indexed(parts).PK, ofIndex) : []),
        ]);
        const expected = CONTROL_ITEMS.map(({ item, context, indexed }) => [
          item,
          context,
          ...(indexed ? [context] : []),
        ]);
        expect(owners).toEqual(expected);
      }),
    );
  });
});

/** Builders of keys of the customers table. */
const OF_CUSTOMERS: ReadonlySet<string> = new Set([
  'shardKey',
  'historyKey',
  'textKey',
  'pinsKey',
  'documentUploadKey',
  'documentUsageKey',
]);

describe('a key of the control table', () => {
  test('is made by a function that the list of items names', () => {
    const builders = modules.flatMap(({ module }) =>
      Object.entries(module).flatMap(([name, value]) => (/Key$/.test(name) && !OF_CUSTOMERS.has(name) ? [value] : [])),
    );
    expect(new Set(builders)).toEqual(new Set(CONTROL_ITEMS.map(({ builder }) => builder)));
  });

  test('has no NUL and fits DynamoDB, whatever its parts', async () => {
    await fc.assert(
      fc.asyncProperty(anyParts, async (parts) => {
        const keys = CONTROL_ITEMS.flatMap(({ key, indexed }) => [key(parts), ...(indexed ? [indexed(parts)] : [])]);
        const unfit = keys.filter(
          ({ PK, SK }) => `${PK}${SK}`.includes('\0') || Buffer.byteLength(PK) > 2_048 || Buffer.byteLength(SK) > 1_024,
        );
        expect(unfit).toEqual([]);
      }),
    );
  });

  test('identifies the item', async () => {
    await fc.assert(
      fc.asyncProperty(anyParts, anyParts, async (one, other) => {
        const named = [one, other].flatMap((parts) =>
          CONTROL_ITEMS.map(({ item, key, parts: telling }) => ({
            identity: JSON.stringify([item, ...telling.map((part) => folded(part, parts[part]))]),
            key: JSON.stringify(key(parts)),
          })),
        );
        const identities = new Set(named.map(({ identity }) => identity));
        expect(new Set(named.map(({ key }) => key)).size).toBe(identities.size);
      }),
    );
  });
});

/** Names differ when they differ in more than case and spacing, and addresses in more than case. */
function folded(part: string, value: string | number): string | number {
  if (part === 'name') return String(value).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return part === 'e-mail address' ? String(value).toLowerCase() : value;
}
