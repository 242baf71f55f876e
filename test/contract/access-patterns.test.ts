import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CONTROL_ITEMS, type KeyParts } from '../support/control-items.ts';

const documentOf = (name: string) => readFileSync(resolve(import.meta.dirname, '../../docs', name), 'utf8');

/** Every part of a key as the document writes it. */
const PLACEHOLDERS: KeyParts = {
  ...{ ACC: '<ACC>', PREFIX: '<PREFIX>', id: '<id>', version: 1, name: '<folded name>' },
  ...{ username: '<username>', 'CRM Id': '<CRM Id>', 'e-mail address': '<e-mail address>' },
  ...{ importId: '<importId>', createdAt: '<createdAt>', 'granted at': '<granted at>' },
  ...{ 'schedule id': '<schedule id>', scheduledAt: '<scheduledAt>', object: 'hashed', user: '<user>', key: '<key>' },
  ...{ time: '<month>-<day and time>', 'request id': '<request id>' },
  ...{ route: '<route>', 'five minutes': '<five minutes>', hour: '<hour>' },
};

const written = (key: string) => `\`${key.replace(/[0-9a-f]{64}/, '<hash>')}\``;

const controlTable = () =>
  /## Control table\n(.*)\n## Customers table/s.exec(documentOf('access-patterns.md'))?.[1] ?? '';

/** The cells of the rows of the table whose header begins with this cell. */
function rowsOf(first: string): string[][] {
  const [, rows = ''] = new RegExp(`^\\| ${first} \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)+)`, 'm').exec(controlTable()) ?? [];
  return rows
    .trim()
    .split('\n')
    .map((row) => row.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

describe('docs/access-patterns.md', () => {
  test('lists every item of the control table with its keys, and no other', () => {
    const built = CONTROL_ITEMS.map(({ item, key }) => {
      const { PK, SK } = key(PLACEHOLDERS);
      return [item, written(PK), written(SK)];
    });
    expect(rowsOf('item').map((cells) => cells.slice(0, 3))).toEqual(built);
  });

  test('gives the keys in the index of each item that has some', () => {
    const indexed = rowsOf('item').map(([item = '', , , remarks = '']) => {
      const [, PK, SK] = /`GSI1PK` = (`[^`]+`), `GSI1SK` = (`[^`]+`)/.exec(remarks) ?? [];
      return [item, PK, SK];
    });
    const built = CONTROL_ITEMS.map(({ item, indexed: keys }) => {
      const { PK, SK } = keys?.(PLACEHOLDERS) ?? {};
      return [item, PK && written(PK), SK && written(SK)];
    });
    expect(indexed).toEqual(built);
  });

  test('names in its accesses only beginnings that keys have', () => {
    const keys = CONTROL_ITEMS.flatMap(({ key, indexed }) => [key(PLACEHOLDERS), indexed?.(PLACEHOLDERS)]);
    const texts = keys.flatMap((each) => (each ? [each.PK, each.SK] : []));
    const beginnings = new Set(texts.flatMap((text) => /^[A-Z][A-Z-]*#?/.exec(text)?.[0] ?? []));
    const quoted = [...`${controlTable()}${documentOf('runbook.md')}`.matchAll(/`([^`\n]+)`/g)];
    const named = quoted.flatMap(([, code = '']) => code.match(/[A-Z][A-Z-]+#|(?<=[PS]K = )[A-Z][A-Z-]+#?/g) ?? []);
    expect(named.length).toBeGreaterThan(CONTROL_ITEMS.length);
    expect(named.filter((name) => !beginnings.has(name))).toEqual([]);
  });
});
