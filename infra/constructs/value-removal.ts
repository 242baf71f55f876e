import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { RemovalEnvSchema } from '../../functions/customers/env.ts';
import type { Settings } from '../settings.ts';
import type { CodeOf } from './crm-function.ts';
import { EventFunction } from './event-function.ts';
import * as may from './permissions.ts';

interface ValueRemovalProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly customersTable: ITable;
}

const MEMORY_MEGABYTES = 256;
/** At some 2,000 events a second a run removes the values of 600,000; the next run goes on. */
const TIMEOUT_SECONDS = 300;
/** The history of a deleted customer keeps values at most this much longer. Nothing answers them in the meantime. */
const INTERVAL = Duration.minutes(5);

/** Removes the values of long histories of deleted customers. */
export function addValueRemoval(scope: Construct, { settings, codeOf, customersTable }: ValueRemovalProps): void {
  new EventFunction(scope, 'RemoveValues', {
    settings,
    codeOf,
    bundle: 'remove-values',
    description: 'Removes the values from the histories of deleted customers',
    schema: RemovalEnvSchema,
    environment: { CUSTOMERS_TABLE: customersTable.tableName },
    permissions: may.removeValues(customersTable),
    memoryMegabytes: MEMORY_MEGABYTES,
    timeoutSeconds: TIMEOUT_SECONDS,
    trigger: { schedule: Schedule.rate(INTERVAL) },
  });
}
