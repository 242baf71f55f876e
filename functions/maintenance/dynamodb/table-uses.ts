import type { CampaignRepository } from '../../campaigns/index.ts';
import type { ImportRepository } from '../../imports/index.ts';
import { nextRuns, type ScheduleRepository } from '../../schedules/index.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import type { Blocker } from '../domain/job.ts';
import type { TableUses } from '../ports.ts';

const PAGE_SIZE = 100;
/** A schedule that is due so soon may fire before the deletion has begun. */
const DUE_MINUTES = 5;

interface UsesServices {
  readonly campaigns: Pick<CampaignRepository, 'list'>;
  readonly schedules: Pick<ScheduleRepository, 'list'>;
  readonly imports: Pick<ImportRepository, 'readLease' | 'nextInQueue'>;
  readonly clock: Clock;
}

/** Every item of a list. */
export async function* each<T>(list: (request: PageRequest) => Promise<Page<T> | undefined>): AsyncGenerator<T> {
  let after: string | undefined;
  do {
    const page = await list({ limit: PAGE_SIZE, after });
    yield* page?.items ?? [];
    after = page?.next;
  } while (after !== undefined);
}

export function tableUses({ campaigns, schedules, imports, clock }: UsesServices): TableUses {
  return {
    async campaigns(accountPrefix, prefixes) {
      const blockers: Blocker[] = [];
      for await (const { value } of each((request) => campaigns.list({ accountPrefix }, request))) {
        const { crmTablePrefix: prefix, id, name } = value;
        if (prefix === null || !prefixes.includes(prefix)) continue;
        const reason = 'Remove the CRM table from the campaign first.';
        blockers.push({ kind: 'campaign', id, prefix, name, reason });
      }
      return blockers;
    },
    async imports(prefix) {
      const { importId: holder } = await imports.readLease(prefix);
      const waiting = await imports.nextInQueue(prefix);
      const block = (id: string | undefined, reason: string): Blocker[] =>
        id === undefined ? [] : [{ kind: 'import', id, prefix, reason }];
      return [
        ...block(holder, 'The import runs. Wait until it has ended, or cancel it.'),
        ...block(waiting, 'The import waits in the queue. Wait until it has ended, or cancel it.'),
      ];
    },
    async schedules(prefix) {
      const blockers: Blocker[] = [];
      const now = clock.now();
      const soon = new Date(now.getTime() + DUE_MINUTES * 60_000).toISOString();
      for await (const { value } of each((request) => schedules.list({ prefix }, request))) {
        if (value.state !== 'active') continue;
        const [next] = nextRuns(value.when, value.timeZone, now, 1);
        if (next === undefined || next.at > soon) continue;
        const reason = `The schedule is due at ${next.at}. Pause it, or wait until its import has ended.`;
        blockers.push({ kind: 'schedule', id: value.scheduleId, prefix, name: value.name, reason });
      }
      return blockers;
    },
  };
}
