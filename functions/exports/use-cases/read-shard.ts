import * as z from 'zod';
import { CUSTOMER_ID_CODE } from '../../crm-tables/index.ts';
import { fieldsOf, matcherOf } from '../../filters/index.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import { readResult } from '../../shared/use-cases/work-objects.ts';
import type { ExportInput } from '../domain/export.ts';
import { progressKey, readProgressKey, shardProgressFolder } from '../domain/export-keys.ts';
import type { ShardPorts } from '../ports.ts';
import { ChangedCustomers } from './changed-customers.ts';
import { FragmentWriter } from './fragment-writer.ts';
import { type ExportPlan, isCancelled, openPlan } from './open-export.ts';

/** A step ends after so long and is called again, far below its time-out. */
const MOST_SECONDS = 90;
/** A fragment is written from so many bytes on; less than two of them are in memory. */
const FRAGMENT_BYTES = 8 * 1024 * 1024;

const PositionSchema = z.object({ after: z.string().optional(), done: z.boolean() });

export interface ShardSettings {
  readonly mostSeconds: number;
  readonly fragmentBytes: number;
}
const SETTINGS: ShardSettings = { mostSeconds: MOST_SECONDS, fragmentBytes: FRAGMENT_BYTES };

/** The rows of one page, and where the next one begins. */
interface RowsOfPage {
  readonly rows: readonly (readonly string[])[];
  readonly next: string | undefined;
}
type ReadRows = (after: string | undefined) => Promise<RowsOfPage>;

/**
 * Writes the rows of one shard to fragments, in the order of the Customer IDs, from where an earlier call has stopped.
 * @returns whether the shard is complete, also if the export was cancelled: the next step then ends the workflow
 */
export async function readShard(
  ports: ShardPorts,
  input: ExportInput & { readonly chunk: number },
  settings: ShardSettings = SETTINGS,
): Promise<{ readonly complete: boolean }> {
  const { store, clock } = ports;
  const plan = await openPlan(store, input);
  let { piece, after, done } = await lastPosition(ports, input);
  const isInTime = within(clock, settings.mostSeconds);
  const read =
    plan.options.kind === 'edits' ? editRows(ports, plan, input.chunk) : customerRows(ports, plan, input.chunk);
  while (!done) {
    if (await isCancelled(store, input)) return { complete: true };
    const writer = new FragmentWriter(plan);
    do {
      const page = await read(after);
      for (const row of page.rows) writer.add(row);
      after = page.next;
      done = after === undefined;
    } while (!done && writer.bytes < settings.fragmentBytes && isInTime());
    const size = await writer.store(store, input, input.chunk, piece);
    await store.put(progressKey(input, input.chunk, piece, size), JSON.stringify({ after, done }));
    piece += 1;
    if (!isInTime()) break;
  }
  return { complete: done };
}

function within(clock: Clock, seconds: number): () => boolean {
  const end = clock.now().getTime() + seconds * 1000;
  return () => clock.now().getTime() < end;
}

async function lastPosition({ store }: ShardPorts, input: ExportInput & { readonly chunk: number }) {
  let last: string | undefined;
  for await (const { key } of store.list(shardProgressFolder(input, input.chunk))) last = key;
  if (last === undefined) return { piece: 0, after: undefined, done: false };
  return { piece: readProgressKey(last).piece + 1, ...(await readResult(store, last, PositionSchema)) };
}

function customerRows({ pages }: ShardPorts, plan: ExportPlan, shard: number): ReadRows {
  const { table, fields, conditions, changedSince } = plan;
  const named = new Set([...fields, ...(conditions ? fieldsOf(conditions) : [])]);
  named.delete(CUSTOMER_ID_CODE);
  const codes = [...named];
  const isMatch = conditions ? matcherOf(table, conditions) : () => true;
  const changed = changedSince === undefined ? undefined : new ChangedCustomers(pages, plan, changedSince, shard);
  return async (after) => {
    const { customers, next } = await pages.customers(table, { shard, after, codes });
    const rows: string[][] = [];
    for (const customer of customers) {
      if (changed && !(await changed.has(customer))) continue;
      if (!isMatch(customer)) continue;
      rows.push(
        fields.map((code) => (code === CUSTOMER_ID_CODE ? customer.customerId : (customer.values[code] ?? ''))),
      );
    }
    return { rows, next };
  };
}

/** The values from before a deletion are gone, whether or not they are removed from the events already. */
function editRows({ pages }: ShardPorts, plan: ExportPlan, shard: number): ReadRows {
  const { table, fields, changedSince = '', options } = plan;
  const labels = new Map(table.fields.map(({ code, label }) => [code, label]));
  const shown = new Set(fields);
  let deleted: string | undefined;
  return async (after) => {
    const { changes, next } = await pages.changes(table, { shard, after, since: changedSince, withValues: true });
    const rows: string[][] = [];
    for (const { customerId, kind, at, by, changes: listed } of changes) {
      const isGone = deleted === customerId;
      if (kind === 'deleted') deleted = customerId;
      if (options.by !== undefined && options.by !== by) continue;
      for (const { code, old = '', new: value = '' } of listed) {
        if (!shown.has(code)) continue;
        const sides = isGone || kind === 'deleted' ? ['', ''] : [old, value];
        rows.push([at, customerId, by, labels.get(code) ?? code, ...sides]);
      }
      if (kind !== 'updated' && listed.length === 0) rows.push([at, customerId, by, `(${kind})`, '', '']);
    }
    return { rows, next };
  };
}
