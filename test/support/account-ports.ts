import { accountContentsReader } from '../../functions/accounts/dynamodb/account-contents-reader.ts';
import { accountRepository } from '../../functions/accounts/index.ts';
import type { AccountPorts } from '../../functions/accounts/ports.ts';
import { ControlTable } from '../../functions/shared/dynamodb/control-table.ts';
import type { TestDynamo } from './dynamodb.ts';

/** The ports of accounts on an engine. */
export function accountPortsOn({ client, controlTable }: TestDynamo): Pick<AccountPorts, 'accounts' | 'contents'> {
  const table = new ControlTable(client, controlTable);
  return { accounts: accountRepository(table), contents: accountContentsReader(table) };
}
