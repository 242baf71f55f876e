import { campaignRepository } from '../../functions/campaigns/index.ts';
import { knownCustomers } from '../../functions/customers/index.ts';
import { DynamoImportRepository, DynamoTableCounters } from '../../functions/imports/index.ts';
import { contentsReader } from '../../functions/maintenance/dynamodb/contents-reader.ts';
import { jobRepository } from '../../functions/maintenance/dynamodb/job-repository.ts';
import { maintainedTables } from '../../functions/maintenance/dynamodb/maintained-tables.ts';
import { tableUses } from '../../functions/maintenance/dynamodb/table-uses.ts';
import { scheduleRepository } from '../../functions/schedules/index.ts';
import type { Clock } from '../../functions/shared/domain/clock.ts';
import { ControlTable } from '../../functions/shared/dynamodb/control-table.ts';
import type { TestDynamo } from './dynamodb.ts';

/** The ports of the API of maintenance on an engine. The jobs that it orders wait for a worker. */
export function maintenancePortsOn({ client, controlTable, customersTable }: TestDynamo, clock: Clock) {
  const control = new ControlTable(client, controlTable);
  return {
    tables: maintainedTables(control),
    uses: tableUses({
      campaigns: campaignRepository(control),
      schedules: scheduleRepository(control),
      imports: new DynamoImportRepository(client, controlTable),
      clock,
    }),
    contents: contentsReader(control, new DynamoTableCounters(client, controlTable)),
    isKnown: knownCustomers({ client, table: customersTable }),
    jobs: jobRepository(control),
    worker: { start: async () => {} },
  };
}
