import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import { type Firing, readFiring } from '../../functions/imports/domain/lifecycle/start-event.ts';
import { DynamoScheduleRuns } from '../../functions/imports/index.ts';
import type { ScheduledPorts } from '../../functions/imports/use-cases/uploads/scheduled-run.ts';
import { startScheduledImport } from '../../functions/imports/use-cases/uploads/start-scheduled-import.ts';
import { scheduleKey } from '../../functions/schedules/index.ts';
import { toItem } from '../../functions/shared/dynamodb/attributes.ts';
import type { startImportWorld } from './import-world.ts';
import { worldWithTable } from './world-with-table.ts';

let schedules = 0;

/** A world with a CRM table and a schedule that is there, and a way to have its time come. */
export async function worldWithSchedule(
  started: Awaited<ReturnType<typeof startImportWorld>>,
  source: Firing['schedule']['source'] | { kind: 'file' },
  more: object = {},
  change: Partial<PublishedTable> = {},
) {
  const { world, table } = worldWithTable(started, {}, change);
  schedules += 1;
  const { engine } = started;
  const scheduleId = `s${schedules}`;
  const Item = toItem({ ...scheduleKey(table.prefix, scheduleId) });
  await engine.client.send(new PutItemCommand({ TableName: engine.controlTable, Item }));
  const runs = new DynamoScheduleRuns(engine.client, engine.controlTable);
  const inbox = (name: string) => `inbox/${table.prefix}/${name}`;
  const firing = (hour: number, id = scheduleId) => ({
    schedule: {
      ...{ scheduleId: id, prefix: table.prefix, ...more },
      source: source.kind === 'file' ? { kind: 'key', key: inbox('a.csv') } : source,
    },
    scheduledAt: `2026-12-01T0${hour}:00:00Z`,
  });
  const ports: ScheduledPorts = { ...world.ports, runs, inbox: world.bucket.inbox, bucket: 'data' };
  /** Delivers the firing, and nothing more. */
  async function deliver(hour: number, id = scheduleId, through: ScheduledPorts = ports) {
    const event = readFiring(firing(hour, id));
    if (!event) throw new Error('the event is not understood');
    await startScheduledImport(through, event);
  }
  async function fire(hour: number, id = scheduleId) {
    await deliver(hour, id);
    await world.runAll();
    const run = await runs.last(id);
    return world.find(run?.importId ?? '');
  }
  return { world, table, runs, scheduleId, inbox, ports, deliver, fire };
}
