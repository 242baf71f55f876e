import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAccountCrumbs } from '../../accounts/crumbs.ts';
import { AuditLink } from '../../audit/audit-link.tsx';
import { EntityList } from '../../shared/list/entity-list.tsx';
import { useSearch } from '../../shared/router/use-search.ts';
import { shownDate } from '../../shared/shell/date.ts';
import { Page } from '../../shared/shell/page.tsx';
import { useCrmTable } from '../queries.ts';
import { useVersionPages, type VersionSummary } from './queries.ts';
import { DESIGNER } from './text.ts';
import { VersionDetails } from './version-details.tsx';

/** The published versions of a CRM table; one of them with its differences. */
export default function VersionsPage({
  params: { accountPrefix, prefix },
}: {
  readonly params: { readonly accountPrefix: string; readonly prefix: string };
}) {
  const [search, setSearch] = useSearch();
  const { createdAt } = useCrmTable(accountPrefix, prefix).body;
  const shown = Number(search.get('version') ?? 0);
  return (
    <Page
      title={DESIGNER.versionsTitle(prefix)}
      above={[
        ...useAccountCrumbs(accountPrefix),
        { text: prefix, href: `/accounts/${accountPrefix}/crm-tables/${prefix}` },
      ]}
      actions={<AuditLink kind="crm-table" object={prefix} since={createdAt} />}
    >
      <SpaceBetween size="l">
        <EntityList<VersionSummary>
          name="versions"
          title={DESIGNER.versions}
          noun="versions"
          pages={useVersionPages(accountPrefix, prefix)}
          idOf={({ version }) => String(version)}
          columns={[
            {
              id: 'version',
              header: DESIGNER.version,
              cell: ({ version }) => (
                <Button
                  variant="inline-link"
                  ariaLabel={DESIGNER.showDifferences(version)}
                  onClick={() => setSearch({ version: String(version) })}
                >
                  {String(version)}
                </Button>
              ),
              isName: true,
            },
            { id: 'name', header: DESIGNER.name, cell: ({ name }) => name },
            { id: 'publishedAt', header: DESIGNER.publishedAt, cell: ({ publishedAt }) => shownDate(publishedAt) },
          ]}
          empty={DESIGNER.noVersion}
        />
        {shown > 0 && <VersionDetails key={shown} accountPrefix={accountPrefix} prefix={prefix} version={shown} />}
      </SpaceBetween>
    </Page>
  );
}
