import { type ApiClient, success } from '../../support/api-client.ts';
import { runExports } from '../../support/started-exports.ts';
import type { WholeApi } from '../../support/whole-api.ts';

const path = { prefix: 'VOUCIM' };

/** Filters of VOUCIM. Leaves one. */
export async function callFilters(client: ApiClient): Promise<string> {
  const at = '/crm-tables/{prefix}/filters';
  const north = {
    name: 'North, with a name',
    all: [
      {
        any: [
          { field: 'P018', operator: 'begins', value: 'YO' } as const,
          { field: 'P021', operator: 'empty' } as const,
        ],
      },
      { any: [{ field: 'P011', operator: 'not-empty' } as const] },
    ],
  };
  const created = await success(client.POST(at, { params: { path }, body: north }));
  const one = { ...path, filterId: created.body.filterId };
  const { header } = await success(client.GET(`${at}/{filterId}`, { params: { path: one } }));
  const body = { ...north, name: 'North, with a last name' };
  await success(client.PUT(`${at}/{filterId}`, { params: { path: one, header }, body }));
  await success(client.GET(at, { params: { path } }));
  await success(client.POST('/crm-tables/{prefix}/filter-counts', { params: { path }, body: { all: north.all } }));
  const other = await success(client.POST(at, { params: { path }, body: { ...north, name: 'Once' } }));
  const gone = { ...path, filterId: other.body.filterId };
  await success(client.DELETE(`${at}/{filterId}`, { params: { path: gone, header: other.header } }));
  return one.filterId;
}

/** Export definitions and exports of VOUCIM. */
export async function callExports(client: ApiClient, { exporting }: WholeApi, filterId: string): Promise<void> {
  const at = '/crm-tables/{prefix}/export-definitions';
  const options = { fields: ['P008', 'P011', 'P018'], delimiter: 'semicolon', filterId, since: 'last-export' } as const;
  const body = { name: 'North for the mailing', options: { ...options, fields: [...options.fields] } };
  const created = await success(client.POST(at, { params: { path }, body }));
  const one = { ...path, exportDefinitionId: created.body.exportDefinitionId };
  const { header } = await success(client.GET(`${at}/{exportDefinitionId}`, { params: { path: one } }));
  const changed = { ...body, name: 'North for the mailing house' };
  await success(client.PUT(`${at}/{exportDefinitionId}`, { params: { path: one, header }, body: changed }));
  await success(client.GET(at, { params: { path } }));
  const other = await success(client.POST(at, { params: { path }, body: { ...body, name: 'Once' } }));
  const gone = { ...path, exportDefinitionId: other.body.exportDefinitionId };
  await success(client.DELETE(`${at}/{exportDefinitionId}`, { params: { path: gone, header: other.header } }));

  const { exportDefinitionId } = one;
  const started = await success(client.POST('/exports', { body: { prefix: 'VOUCIM', exportDefinitionId } }));
  await runExports(exporting);
  const { exportId } = started.body;
  await success(client.GET('/exports/{exportId}', { params: { path: { exportId } } }));
  const all = await success(client.POST('/exports', { body: { prefix: 'VOUCIM' } }));
  const stopped = { path: { exportId: all.body.exportId } };
  await success(client.POST('/exports/{exportId}/cancel', { params: stopped }));
  await runExports(exporting);
  await success(client.GET('/exports', { params: { query: { prefix: 'VOUCIM', limit: 10 } } }));

  const broken = await success(client.POST('/exports', { body: { prefix: 'VOUCIM' } }));
  const failed = { path: { exportId: broken.body.exportId } };
  // Its workflow ends without its last step.
  exporting.workflow.ended.add(`${broken.body.exportId}-1`);
  await success(client.GET('/exports/{exportId}', { params: failed }));
  await success(client.POST('/exports/{exportId}/resume', { params: failed }));
  await runExports(exporting);
}
