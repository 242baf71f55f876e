import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ConnectedClient, type Exchange } from '../../support/api-client.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { examplesOf, readExamples, writeExamples } from '../../support/examples.ts';
import { DOCUMENTED_ROUTES } from '../../support/openapi.ts';
import { wholeApi } from '../../support/whole-api.ts';
import { callCrmTables } from './crm-table-calls.ts';
import { callCustomers } from './customer-calls.ts';
import { callExports, callFilters } from './export-calls.ts';
import { callImports } from './import-calls.ts';
import { callRoles, callUsers } from './people-calls.ts';
import { callWithoutDatabase, callWrongly } from './problem-calls.ts';
import { callDefinitions, callSchedules } from './schedule-calls.ts';
import { callAccounts, callCampaigns, callErasure, callMaintenance } from './setup-calls.ts';

let dynamo: TestDynamo;
let exchanges: readonly Exchange[];

beforeAll(async () => {
  dynamo = await startTestDynamo();
  const api = wholeApi(dynamo);
  const connected = new ConnectedClient(api);
  const client = connected.as();
  await callAccounts(client);
  await callCrmTables(client);
  await callCampaigns(client);
  await callImports(client, api);
  await callSchedules(client, api, await callDefinitions(client));
  await callCustomers(client);
  await callExports(client, api, await callFilters(client));
  await callRoles(client);
  await callUsers(client);
  await callMaintenance(client);
  await callErasure(client);
  await callWrongly(connected, dynamo);
  exchanges = [...connected.exchanges, ...(await callWithoutDatabase(dynamo)).exchanges];
});
afterAll(() => dynamo.stop());

describe('a client made from the OpenAPI document', () => {
  test('calls every operation', () => {
    const called = new Set(exchanges.filter(({ status }) => status < 400).map(({ routeKey }) => routeKey));
    expect(DOCUMENTED_ROUTES.filter((key) => !called.has(key))).toEqual([]);
  });

  // With WRITE_EXAMPLES=1 the file is written; `npm run openapi` then puts its examples into the document.
  test('sends and receives the examples of the document', () => {
    if (process.env.WRITE_EXAMPLES) writeExamples(examplesOf(exchanges));
    expect(examplesOf(exchanges)).toEqual(readExamples());
  });
});
