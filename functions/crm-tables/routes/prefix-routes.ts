import { getAccount } from '../../accounts/index.ts';
import { TablePrefixSchema } from '../../shared/domain/crm-table-names.ts';
import { onAccount } from '../../shared/http/access.ts';
import { AccountPathSchema } from '../../shared/http/path-parameters.ts';
import { NO_BODY, NOTHING, type Route } from '../../shared/http/route.ts';
import { PrefixStateSchema } from '../domain/summaries.ts';
import { type CrmTableServices, define, tag } from './common.ts';

const PrefixPathSchema = AccountPathSchema.extend({ prefix: TablePrefixSchema });

/** The route answers for those who could also learn it by creating a CRM table, and does not name the account that has the prefix. */
export const prefixRoutes: readonly Route<CrmTableServices>[] = [
  define({
    method: 'GET',
    path: '/accounts/{accountPrefix}/crm-table-prefixes/{prefix}',
    operationId: 'getCrmTablePrefix',
    tag,
    summary: 'See whether a new CRM table of the account can have a prefix, which is unique over all accounts.',
    access: onAccount('crm-tables.design'),
    request: { params: PrefixPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'Whether the prefix is taken.', body: PrefixStateSchema },
    problems: [404],
    handle: async (services, { params }) => {
      await getAccount(services, params);
      return { status: 200, body: { prefix: params.prefix, isTaken: await services.tables.has(params.prefix) } };
    },
  }),
];
