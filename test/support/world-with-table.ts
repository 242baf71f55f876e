import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import type { startImportWorld } from './import-world.ts';
import { textField, voucim } from './published-table.ts';

let tables = 0;

/** A world with one CRM table: Customer ID, Postcode (8 long) and Note (32,000 long). */
export function worldWithTable(
  started: Awaited<ReturnType<typeof startImportWorld>>,
  limits: Record<string, number> = {},
  change: Partial<PublishedTable> = {},
) {
  tables += 1;
  const world = started.world({ limits });
  const fields = voucim().fields.filter(({ code }) => code === 'P008' || code === 'P018');
  const notes = Array.from({ length: 14 }, (_, n) =>
    textField(`P0${21 + n}`, { label: n === 0 ? 'Note' : `Note ${n}`, maxLength: 32_000 }),
  );
  const table = voucim({ prefix: `B${String(tables).padStart(5, '0')}`, fields: [...fields, ...notes], ...change });
  world.tables.publish(table);
  return { world, table, key: (name: string) => `uploads/${table.prefix}/${name}` };
}
