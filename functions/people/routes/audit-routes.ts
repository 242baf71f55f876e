import * as z from 'zod';
import { type AuditEntry, AuditEntrySchema, REJECTION } from '../../shared/domain/audit/audit-entry.ts';
import { windowOf } from '../../shared/domain/audit/rejected-request.ts';
import { scopeOf } from '../../shared/domain/caller.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import { onOwnAccounts } from '../../shared/http/access.ts';
import { PageQuerySchema, pageBody, pageRequest, pageSchema } from '../../shared/http/pagination.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import type { AuditFilter } from '../domain/audit-filter.ts';
import type { PeopleServices } from '../services.ts';
import { listAudit } from '../use-cases/list-audit.ts';

const define = routesOf<PeopleServices>();

const PERMISSION = 'audit.read';
const SHOWN_DAYS = 31;
const MS_PER_DAY = 24 * 60 * 60 * 1000;

const FilterSchema = PageQuerySchema.extend({
  account: z
    .string()
    .max(100)
    .toUpperCase()
    .optional()
    .meta({ description: 'Only entries of this account, by its prefix.', example: 'BRI' }),
  person: z.string().max(100).optional().meta({ description: 'Only the acts of this user, by id.' }),
  kind: z.string().max(100).optional().meta({ description: 'Only acts on objects of this kind.', example: 'campaign' }),
  object: z.string().max(200).optional().meta({ description: 'The id of an object, or a part of its name.' }),
  from: z.iso
    .datetime()
    .optional()
    .meta({ description: `At this time or later; by default ${SHOWN_DAYS} days ago.` }),
  before: z.iso.datetime().optional().meta({ description: 'Before this time.' }),
});

const AuditEntryResourceSchema = AuditEntrySchema.omit({ ttl: true, part: true })
  .extend({
    username: z.string().optional().meta({ description: 'Of the person, if the user exists.' }),
    rejections: z.int().optional().meta({
      description: 'For how many requests, within five minutes, an entry of rejected requests stands.',
    }),
  })
  .meta({ id: 'AuditEntry' });

/** The time of an entry with its request id and object, a time, or a month. */
const POSITION = /^\d{4}-\d\d(-[\dT:.Z-]+(#[\x20-\x7e]{1,400})?)?$/;

function filterOf(query: z.infer<typeof FilterSchema>, clock: Clock): AuditFilter {
  const now = clock.now();
  const { account, person, kind, object } = query;
  return {
    ...{ account, person, kind, object },
    from: new Date(query.from ?? now.getTime() - SHOWN_DAYS * MS_PER_DAY).toISOString(),
    before: new Date(query.before ?? now.getTime() + MS_PER_DAY).toISOString(),
  };
}

/** The names of the persons, by their ids. */
async function usernamesOf({ users }: PeopleServices, entries: readonly AuditEntry[]) {
  const persons = [...new Set(entries.map(({ person }) => person))];
  const found = await Promise.all(persons.map((userId) => users.read({ userId })));
  return new Map(found.flatMap((user) => (user ? [[user.value.id, user.value.username] as const] : [])));
}

async function resourceOf(
  { audits }: PeopleServices,
  { ttl: _, part: __, ...entry }: AuditEntry,
  username: string | undefined,
) {
  const rejections =
    entry.kind === REJECTION.kind
      ? await audits.rejectionsOf(entry.person, entry.object, windowOf(entry.at))
      : undefined;
  return { ...entry, ...(username !== undefined && { username }), ...(rejections !== undefined && { rejections }) };
}

export const auditRoutes: readonly Route<PeopleServices>[] = [
  define({
    method: 'GET',
    path: '/audit',
    operationId: 'listAudit',
    tag: 'People',
    summary: 'List what was done in the accounts for which you may see it, by whom and from where, the newest first.',
    access: onOwnAccounts(PERMISSION),
    request: { params: NOTHING, query: FilterSchema, body: NO_BODY },
    response: { status: 200, description: 'A page of audit entries.', body: pageSchema(AuditEntryResourceSchema) },
    problems: [],
    handle: async (services, { query, caller }) => {
      const { limit, cursor, ...filter } = query;
      const list = { name: `audit?${JSON.stringify(filter)}`, position: POSITION };
      const accounts = scopeOf(caller, PERMISSION);
      const page = await listAudit(services, accounts, filterOf(query, services.clock), pageRequest(list, query));
      const names = await usernamesOf(services, page.items);
      const items = await Promise.all(page.items.map((each) => resourceOf(services, each, names.get(each.person))));
      return { status: 200, body: pageBody(list, { ...page, items }) };
    },
  }),
];
