import type { AccountRepository } from '../../functions/accounts/index.ts';
import type {
  HighWaterMarks,
  PublishedTable,
  PublishedTableReader,
  TableDirectory,
} from '../../functions/crm-tables/index.ts';
import type { Definition, DefinitionReader } from '../../functions/definitions/index.ts';
import type { WorkflowInput } from '../../functions/imports/domain/lifecycle/workflow-input.ts';
import type { AccountScope } from '../../functions/shared/domain/caller.ts';
import type { Workflow } from '../../functions/shared/domain/workflow.ts';

/** Published tables, in memory. */
export class PublishedTables implements PublishedTableReader, TableDirectory, HighWaterMarks {
  readonly #tables = new Map<string, PublishedTable>();
  /** Prefixes of tables that have a draft and were never published. */
  readonly drafts = new Set<string>();
  readonly marks = new Map<string, number>();

  publish(table: PublishedTable): void {
    this.#tables.set(table.prefix, table);
  }

  async readPublished(prefix: string) {
    const table = this.#tables.get(prefix);
    if (table) return { status: 'published' as const, table };
    return this.drafts.has(prefix)
      ? { status: 'draft-only' as const, accountPrefix: 'BRI' }
      : { status: 'unknown' as const };
  }

  async prefixesOf(accounts: AccountScope) {
    const ofAccount = (accountPrefix: string) => accounts === 'all' || accounts.includes(accountPrefix);
    const published = [...this.#tables.values()].filter(({ accountPrefix }) => ofAccount(accountPrefix));
    return [...published.map(({ prefix }) => prefix), ...(ofAccount('BRI') ? this.drafts : [])];
  }

  async readVersion(prefix: string) {
    return this.#tables.get(prefix);
  }

  async raiseHighWaterMark(prefix: string, atLeast: number): Promise<void> {
    this.marks.set(prefix, Math.max(this.marks.get(prefix) ?? 0, atLeast));
  }

  async reserveBlock(prefix: string, count: number, atLeast: number) {
    const mark = Math.max(this.marks.get(prefix) ?? 0, atLeast);
    this.marks.set(prefix, mark + count);
    return { first: mark + 1 };
  }
}

/** Saved definitions, in memory. */
export class SavedDefinitions implements DefinitionReader {
  readonly saved: Definition[] = [];

  async find(prefix: string, idOrName: string) {
    const named = this.saved.filter((each) => each.prefix === prefix);
    return named.find(({ definitionId, name }) => definitionId === idOrName || name === idOrName);
  }

  async findDefault(prefix: string) {
    return this.saved.find((each) => each.prefix === prefix && each.isDefault);
  }
}

/** Accounts by their prefixes, in memory, with the methods that the import uses. */
export class Accounts implements Pick<AccountRepository, 'read'> {
  /** From how many dollars the imports of an account wait. */
  readonly limits = new Map<string, number>();

  async read({ accountPrefix: prefix }: { readonly accountPrefix: string }) {
    const account = { prefix, name: prefix, manager: 'M. Anager', createdAt: '2026-11-22T11:00:00.000Z' };
    const limit = this.limits.get(prefix);
    return { value: { ...account, ...(limit !== undefined && { confirmImportsOverDollars: limit }) }, revision: 1 };
  }
}

/** Records started executions; the test runs them. */
export class StartedWorkflows implements Workflow {
  readonly started = new Map<string, WorkflowInput>();
  readonly ended = new Set<string>();

  async start(name: string, input: WorkflowInput): Promise<void> {
    if (!this.started.has(name)) this.started.set(name, input);
  }

  async status(name: string) {
    if (!this.started.has(name)) return 'unknown' as const;
    return this.ended.has(name) ? ('ended' as const) : ('running' as const);
  }
}
