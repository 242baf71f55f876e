import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { firstDefinitions } from '../../definitions/queries.ts';
import { insertedCustomers } from '../../imports/queries.ts';
import { firstSchedules } from '../../schedules/queries.ts';
import { type Answer, answerOf, bodyOf, oneTime } from '../../shared/api/client.ts';
import type { components } from '../../shared/api/schema.ts';
import { usePaused } from '../../shared/form/use-paused.ts';
import { type Pages, usePages } from '../../shared/list/use-pages.ts';
import { useApi } from '../../shared/services.tsx';
import { useMay } from '../../shared/session/me.ts';
import { isTablePrefix } from '../new-table-model.ts';
import { type CrmTable, keyOf, tableQuery } from '../queries.ts';
import { type Design, inputOf } from './draft-model.ts';
import { DESIGNER } from './text.ts';

export type Changes = components['schemas']['Changes'];
export type PublishedTable = components['schemas']['PublishedTable'];
export type VersionSummary = components['schemas']['VersionSummary'];
export type NewCrmTable = components['schemas']['NewCrmTable'];
export type CopyOrder = components['schemas']['CopyOrder'];

const TABLES = '/accounts/{accountPrefix}/crm-tables';
const TABLE = `${TABLES}/{prefix}` as const;

/** The changes that publishing the draft makes, with the ETag of the draft. They are read each time the page opens. */
export function useChanges(accountPrefix: string, prefix: string): Answer<Changes> {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: keyOf(accountPrefix, 'changes', prefix),
    queryFn: ({ signal }) =>
      answerOf(api.GET(`${TABLE}/changes`, { params: { path: { accountPrefix, prefix } }, signal })),
    gcTime: 0,
  }).data;
}

/** How many stored customers the draft rejects. They are read each time the page opens. */
export function useDraftCheck(prefix: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['draft-check', prefix],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/crm-tables/{prefix}/draft-check', { params: { path: { prefix } }, signal })),
    gcTime: 0,
  });
}

/** The import definitions and schedules of a CRM table, as far as the user may see them. */
export function useImportSetUp(prefix: string, isPublished: boolean) {
  const api = useApi();
  const mayImport = useMay()('customers.import');
  const definitions = useQuery({ ...firstDefinitions(api, prefix), enabled: mayImport });
  // Only a published table has schedules.
  const schedules = useQuery({ ...firstSchedules(api, prefix), enabled: mayImport && isPublished });
  return { definitions: definitions.data?.items ?? [], schedules: schedules.data?.items ?? [] };
}

/** How many customers the imports of a published CRM table have stored, in words, as far as the user may see it. */
export function useStoredCustomers(prefix: string, isPublished: boolean): string {
  const enabled = useMay()('customers.import') && isPublished;
  const { data } = useQuery({ ...insertedCustomers(useApi(), prefix), enabled });
  if (data === undefined) return DESIGNER.someCustomers;
  return data.count === 0 && !data.isAtLeast ? DESIGNER.noCustomers : DESIGNER.customers(data.count, data.isAtLeast);
}

/** The published versions of a CRM table, the newest first, in pages that the address names. */
export function useVersionPages(accountPrefix: string, prefix: string): Pages<VersionSummary> {
  const api = useApi();
  return usePages('versions', keyOf(accountPrefix, 'versions', prefix), ({ limit, cursor, signal }) =>
    bodyOf(
      api.GET(`${TABLE}/versions`, {
        params: { path: { accountPrefix, prefix }, query: { limit, cursor } },
        signal,
      }),
    ),
  );
}

/** One published version, which never changes; undefined while it loads, and for version 0. */
export function useVersion(accountPrefix: string, prefix: string, version: number): PublishedTable | undefined {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(accountPrefix, 'version', prefix, String(version)),
    enabled: version > 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      bodyOf(api.GET(`${TABLE}/versions/{version}`, { params: { path: { accountPrefix, prefix, version } }, signal })),
  }).data;
}

/** Whether any account has a CRM table of this prefix; false while it is not known. */
export function useTablePrefixTaken(accountPrefix: string, typed: string): boolean {
  const api = useApi();
  const prefix = usePaused(typed).toUpperCase();
  const { data } = useQuery({
    // Not below the key of the account's tables: a form that creates a table would report its own prefix as taken.
    queryKey: ['crm-table-prefixes', accountPrefix, prefix],
    enabled: isTablePrefix(prefix),
    queryFn: ({ signal }) => {
      const params = { path: { accountPrefix, prefix } };
      return bodyOf(api.GET('/accounts/{accountPrefix}/crm-table-prefixes/{prefix}', { params, signal }));
    },
  });
  return data?.isTaken === true && prefix === typed.toUpperCase();
}

/** The writes of the CRM tables of an account. */
export function useCrmTableWrites(accountPrefix: string) {
  const api = useApi();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(accountPrefix) });
  const target = (prefix: string, etag: string) => ({
    path: { accountPrefix, prefix },
    header: { 'if-match': etag, ...oneTime() },
  });
  return {
    async create(body: NewCrmTable): Promise<Answer<CrmTable>> {
      const created = await answerOf(
        api.POST(TABLES, { params: { path: { accountPrefix }, header: oneTime() }, body }),
      );
      await refresh();
      return created;
    },
    /** Save As: the structure under another prefix, without customers. */
    async copy(prefix: string, body: CopyOrder): Promise<CrmTable> {
      const params = { path: { accountPrefix, prefix }, header: oneTime() };
      const created = await bodyOf(api.POST(`${TABLE}/copies`, { params, body }));
      await refresh();
      return created;
    },
    /** Every page of the table then shows the stored draft; nothing is read again while the user types. */
    async saveDraft(prefix: string, design: Design, etag: string): Promise<Answer<CrmTable>> {
      const saved = await answerOf(api.PUT(TABLE, { params: target(prefix, etag), body: inputOf(design) }));
      client.setQueryData(tableQuery(api, accountPrefix, prefix).queryKey, saved);
      return saved;
    },
    async publish(prefix: string, etag: string, confirm: string | undefined): Promise<number> {
      const params = { ...target(prefix, etag), query: { confirm } };
      const { version } = await bodyOf(api.POST(`${TABLE}/publish`, { params }));
      await refresh();
      return version;
    },
    async restore(prefix: string, version: number, etag: string): Promise<void> {
      const { header } = target(prefix, etag);
      const params = { path: { accountPrefix, prefix, version }, header };
      const restored = await answerOf(api.POST(`${TABLE}/versions/{version}/restore`, { params }));
      client.setQueryData(tableQuery(api, accountPrefix, prefix).queryKey, restored);
      await refresh();
    },
    /** The table as it is stored now. */
    read: (prefix: string) => client.fetchQuery({ ...tableQuery(api, accountPrefix, prefix), staleTime: 0 }),
  };
}
