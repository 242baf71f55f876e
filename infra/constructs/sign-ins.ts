import { Duration } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import { SignInEnvSchema } from '../../functions/people/env.ts';
import type { Settings } from '../settings.ts';
import { CONTROL, useControl } from './control-access.ts';
import type { CodeOf } from './crm-function.ts';
import { EventFunction } from './event-function.ts';
import * as may from './permissions.ts';

interface SignInsProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly controlTable: ITable;
  readonly pool: IUserPool;
}

const MEMORY_MEGABYTES = 256;
/** At 20 invitations a second a run sends some 5,000; the next run sends the rest. */
const TIMEOUT_SECONDS = 300;
/** An act that its request could not carry out is repeated at most this much later. */
const INTERVAL = Duration.minutes(5);

/** What follows the users of Switchboard in the user pool. */
interface SignIns {
  /** Of a function that follows users. */
  readonly environment: Pick<z.input<typeof SignInEnvSchema>, 'USER_POOL_ID' | 'SENDS_INVITATIONS'>;
  readonly followUsers: readonly PolicyStatement[];
  /** Repeats acts that the user pool has not carried out. */
  readonly worker: IFunction;
}

export function addSignIns(scope: Construct, { settings, codeOf, controlTable, pool }: SignInsProps): SignIns {
  // Cognito's own sender stops at 50 messages a day, so that invitations are sent through SES alone.
  const sendsInvitations = settings.signInEmail !== undefined;
  const environment = {
    USER_POOL_ID: pool.userPoolId,
    SENDS_INVITATIONS: sendsInvitations ? 'true' : 'false',
  } as const;
  const followUsers = may.followUsers(pool, sendsInvitations);
  const { lambda: worker } = new EventFunction(scope, 'ReconcileSignIns', {
    settings,
    codeOf,
    bundle: 'reconcile-sign-ins',
    description: 'Sends invitations of many users, and repeats acts that the user pool has not carried out',
    schema: SignInEnvSchema,
    environment: { CONTROL_TABLE: controlTable.tableName, ...environment },
    permissions: [...useControl(controlTable, CONTROL.reconcileSignIns), ...followUsers],
    memoryMegabytes: MEMORY_MEGABYTES,
    timeoutSeconds: TIMEOUT_SECONDS,
    trigger: { schedule: Schedule.rate(INTERVAL) },
  });
  return { environment, followUsers, worker };
}
