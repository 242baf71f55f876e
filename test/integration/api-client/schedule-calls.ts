import { startScheduledImport } from '../../../functions/imports/use-cases/uploads/start-scheduled-import.ts';
import type { components } from '../../../web/src/shared/api/schema.ts';
import { type ApiClient, success } from '../../support/api-client.ts';
import { runAll, type WholeApi } from '../../support/whole-api.ts';

const path = { prefix: 'VOUCIM' };
const KEY = 'inbox/VOUCIM/vouchers.csv';
const source = { kind: 'key', key: KEY } as const;

type Body = components['schemas']['ScheduleInput'];

/** Import definitions of VOUCIM. Leaves one, the default. */
export async function callDefinitions(client: ApiClient): Promise<string> {
  const at = '/crm-tables/{prefix}/definitions';
  const first = {
    name: 'Weekly vouchers',
    options: { delimiter: 'comma', duplicates: 'last' } as const,
    mapping: [
      { column: 'Surname', field: 'P011' },
      { column: 'Area', field: 'P021', values: { N: 'North', S: 'South' }, default: 'South' },
      { column: 'Notes', field: null },
    ],
    isDefault: true,
  };
  const created = await success(client.POST(at, { params: { path }, body: first }));
  const one = { ...path, definitionId: created.body.definitionId };
  const { header } = await success(client.GET(`${at}/{definitionId}`, { params: { path: one } }));
  const body = { ...first, name: 'Vouchers of the week' };
  await success(client.PUT(`${at}/{definitionId}`, { params: { path: one, header }, body }));
  await success(client.GET(at, { params: { path } }));
  await success(client.GET(`${at}/{definitionId}/versions`, { params: { path: one } }));
  const other = await success(client.POST(at, { params: { path }, body: { name: 'Once' } }));
  const gone = { ...path, definitionId: other.body.definitionId };
  await success(client.DELETE(`${at}/{definitionId}`, { params: { path: gone, header: other.header } }));
  return one.definitionId;
}

/** Schedules of VOUCIM. */
export async function callSchedules(client: ApiClient, { imports, bucket }: WholeApi, definition: string) {
  const at = '/crm-tables/{prefix}/schedules';
  const body: Body = {
    name: 'Vouchers every Monday',
    source,
    definition,
    when: { frequency: 'weekly', weekdays: ['monday'], time: '06:30' },
    timeZone: 'Europe/London',
  };
  const times = { when: body.when, timeZone: body.timeZone };
  await success(client.POST(`${at}/next-runs`, { params: { path }, body: times }));
  const created = await success(client.POST(at, { params: { path }, body }));
  const one = { ...path, scheduleId: created.body.scheduleId };
  await bucket.put(KEY, 'Customer ID,Surname\nVOUCIM_4,Jones\n');
  await startScheduledImport(imports, {
    schedule: { scheduleId: one.scheduleId, prefix: path.prefix, source, definition },
    scheduledAt: '2026-11-23T06:30:00Z',
  });
  await runAll(imports);
  await success(client.GET(`${at}/{scheduleId}`, { params: { path: one } }));
  await success(client.GET(at, { params: { path } }));
  await success(client.POST(`${at}/{scheduleId}/run`, { params: { path: one } }));
  await success(client.POST(`${at}/{scheduleId}/pause`, { params: { path: one } }));
  const { header } = await success(client.POST(`${at}/{scheduleId}/resume`, { params: { path: one } }));
  const changed: Body = { ...body, when: { frequency: 'daily', time: '06:30' } };
  const updated = await success(client.PUT(`${at}/{scheduleId}`, { params: { path: one, header }, body: changed }));
  await success(client.DELETE(`${at}/{scheduleId}`, { params: { path: one, header: updated.header } }));
}
