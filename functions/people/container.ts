import { setTimeout as sleep } from 'node:timers/promises';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { LambdaClient } from '@aws-sdk/client-lambda';
import type * as z from 'zod';
import { accountRepository } from '../accounts/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { CognitoDirectory } from './cognito/cognito-directory.ts';
import { auditReader } from './dynamodb/audit-reader.ts';
import { featureRepository } from './dynamodb/features-repository.ts';
import { groupRepository } from './dynamodb/group-repository.ts';
import { pendingSignIns } from './dynamodb/pending-sign-ins.ts';
import { rightsReader } from './dynamodb/rights-reader.ts';
import { rightsRepository } from './dynamodb/rights-repository.ts';
import { roleRepository } from './dynamodb/role-repository.ts';
import { userRepository } from './dynamodb/user-repository.ts';
import { PeopleApiEnvSchema, PeopleEnvSchema, SignInEnvSchema } from './env.ts';
import { LambdaSignInWorker } from './lambda/lambda-sign-in-worker.ts';
import type { PeopleServices } from './services.ts';
import type { WorkerPorts } from './use-cases/sign-in/work-through-sign-ins.ts';

function directoryOf({ USER_POOL_ID, SENDS_INVITATIONS }: z.infer<typeof SignInEnvSchema>): CognitoDirectory {
  const settings = { userPoolId: USER_POOL_ID, sendsInvitations: SENDS_INVITATIONS === 'true' };
  return new CognitoDirectory(new CognitoIdentityProviderClient({}), settings);
}

/** people-api. */
export function container(): PeopleServices {
  const env = PeopleApiEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const table = new ControlTable(client, env.CONTROL_TABLE);
  return {
    accounts: accountRepository(table),
    audits: auditReader(table),
    features: featureRepository(table),
    groups: groupRepository(table),
    roles: roleRepository(table),
    users: userRepository(table),
    userRights: rightsRepository(table),
    pendingSignIns: pendingSignIns(table),
    directory: directoryOf(env),
    worker: new LambdaSignInWorker(new LambdaClient({}), env.RECONCILE_SIGN_INS_FUNCTION_NAME),
    rights: rightsReader(table, systemClock),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
  };
}

/** reconcile-sign-ins. */
export function workerContainer(): WorkerPorts {
  const env = SignInEnvSchema.parse(process.env);
  const table = new ControlTable(createDynamoClient(), env.CONTROL_TABLE);
  return {
    users: userRepository(table),
    pendingSignIns: pendingSignIns(table),
    directory: directoryOf(env),
    clock: systemClock,
    sleep: (milliseconds) => sleep(milliseconds),
  };
}

/** set-up-people. */
export function setUpContainer() {
  const env = PeopleEnvSchema.parse(process.env);
  const client = createDynamoClient();
  return {
    users: userRepository(new ControlTable(client, env.CONTROL_TABLE)),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
    clock: systemClock,
  };
}
