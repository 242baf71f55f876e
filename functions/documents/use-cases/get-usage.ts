import { documentRulesOf, getAccount } from '../../accounts/index.ts';
import type { DocumentPorts, Usage } from '../ports.ts';

/** What the documents of an account take, and what they may be. */
export interface AccountUsage extends Usage {
  readonly rules: ReturnType<typeof documentRulesOf>;
}

/** @throws DomainError `account.not-found` */
export async function getUsage(
  ports: Pick<DocumentPorts, 'accounts' | 'store'>,
  accountPrefix: string,
): Promise<AccountUsage> {
  const { value } = await getAccount(ports, { accountPrefix });
  return { ...(await ports.store.readUsage(accountPrefix)), rules: documentRulesOf(value.documents) };
}
