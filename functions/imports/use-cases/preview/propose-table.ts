import { type AccountRepository, getAccount } from '../../../accounts/index.ts';
import { DraftSchema, isTelephoneCountry, type PublishedTableReader } from '../../../crm-tables/index.ts';
import type { OptionChoices } from '../../../definitions/index.ts';
import { DomainError, type Violation } from '../../../shared/domain/errors.ts';
import type { TableChoices } from '../../domain/proposal/choices.ts';
import { prefixCandidates, stemOf } from '../../domain/proposal/prefixes.ts';
import type { TableProposal } from '../../domain/proposal/proposal.ts';
import { proposeTable } from '../../domain/proposal/propose-table.ts';
import { type FileBeginning, type FilePorts, readBeginning, requireObject, type StoredFile } from './previewed-file.ts';

export type ProposalPorts = FilePorts & {
  readonly accounts: Pick<AccountRepository, 'read'>;
  readonly tables: Pick<PublishedTableReader, 'readPublished'>;
};

/** Prefixes are upper case. */
export interface TableProposalRequest {
  readonly accountPrefix: string;
  readonly defaultCountry: string;
  readonly options: OptionChoices;
  readonly choices: TableChoices;
  readonly fileName: string;
  readonly file: StoredFile | FileBeginning;
}

export interface NamedProposal extends TableProposal {
  /** No CRM table has it at this moment. */
  readonly prefix: string;
}

/**
 * Proposes a CRM table for the customers in a file. Nothing is stored.
 * @throws DomainError `account.not-found`, `file.not-found`, `file.*` for a file that no import accepts,
 * `proposal.invalid` for a country without telephone numbers, a wrong size, the key of another account's file, and choices
 * that no table can have
 */
export async function proposeCrmTable(ports: ProposalPorts, requested: TableProposalRequest): Promise<NamedProposal> {
  const { accountPrefix, file, fileName, defaultCountry, options, choices } = requested;
  await getAccount(ports, { accountPrefix });
  rejectWrong(requested);
  const folder = 'key' in file ? await ownFolder(ports.tables, file.key, accountPrefix) : undefined;
  const object = 'key' in file ? await requireObject(ports, file.key) : undefined;
  const head = await readBeginning(ports, file, object, options);
  const prefix = await freePrefix(ports.tables, fileName, folder);
  const { data: name = prefix } = DraftSchema.shape.name.safeParse(stemOf(fileName));
  return { prefix, ...proposeTable(head, { name, defaultCountry, options, choices }) };
}

function rejectWrong({ defaultCountry, file }: TableProposalRequest): void {
  if (!isTelephoneCountry(defaultCountry)) {
    const detail = 'Telephone numbers cannot be read for this country.';
    throw invalid({ pointer: '/defaultCountry', code: 'crm-table.country-unknown', detail });
  }
  if ('head' in file && file.bytes < file.head.length) {
    const detail = 'This must be the size of the whole file, but the beginning that was sent is larger.';
    throw invalid({ pointer: '/bytes', code: 'bytes.too-few', detail });
  }
}

/**
 * The prefix in the key of a file: of a CRM table that does not exist yet, or of one of this account.
 * @throws DomainError for a file of another account
 */
async function ownFolder(
  tables: ProposalPorts['tables'],
  key: string,
  accountPrefix: string,
): Promise<string | undefined> {
  const [folder, prefix = '', ...rest] = key.split('/');
  const isUpload = (folder === 'uploads' || folder === 'inbox') && prefix !== '' && rest.at(-1);
  const found = isUpload ? await tables.readPublished(prefix.toUpperCase()) : undefined;
  if (found?.status === 'unknown') return prefix;
  const owner = found?.status === 'published' ? found.table.accountPrefix : found?.accountPrefix;
  if (owner === accountPrefix) return undefined;
  const detail = `A file of account ${accountPrefix} lies under uploads/ or inbox/, in the folder of one of its CRM tables or of a table that does not exist yet.`;
  throw invalid({ pointer: '/key', code: 'key.elsewhere', detail });
}

async function freePrefix(
  tables: ProposalPorts['tables'],
  fileName: string,
  preferred: string | undefined,
): Promise<string> {
  for (const candidate of prefixCandidates(fileName, preferred)) {
    if ((await tables.readPublished(candidate)).status === 'unknown') return candidate;
  }
  throw new DomainError('conflict', 'crm-table.prefix-taken', 'Every prefix from the name of the file is taken.');
}

const invalid = (violation: Violation): DomainError =>
  new DomainError('invalid', 'proposal.invalid', 'No table can be proposed; see errors.', [violation]);
