import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Icon from '@cloudscape-design/components/icon';
import TreeView, { type TreeViewProps } from '@cloudscape-design/components/tree-view';
import { useCampaignsOf } from '../campaigns/queries.ts';
import { useSearch } from '../shared/router/use-search.ts';
import { PageLink } from '../shared/shell/link.tsx';
import type { Account } from './model.ts';
import { useAccounts } from './queries.ts';
import { ACCOUNTS } from './text.ts';
import { addressInTree, type Node, nodesOf, OPEN_PARAMETER, openAccounts, openParameter } from './tree-model.ts';

interface Selection {
  readonly accountPrefix: string | undefined;
  readonly campaignId: string | undefined;
}

/** The accounts, and below each its campaigns with the CRM tables that they use. */
export function SetupTree({ accountPrefix, campaignId }: Selection) {
  const { accounts, hasMore, isFetching, showMore } = useAccounts();
  const [search, setSearch] = useSearch();
  const expanded = openAccounts(search.get(OPEN_PARAMETER), accountPrefix);
  const toggle = (id: string, isOpen: boolean) => {
    const others = expanded.filter((prefix) => prefix !== id);
    const next = openParameter(isOpen ? [...others, id] : others, accountPrefix);
    setSearch({ [OPEN_PARAMETER]: next }, { replace: true });
  };
  const campaigns = useCampaignsOf(expanded);
  const children = (node: Node) =>
    node.kind === 'account' ? nodesOf(node.account, campaigns[node.account.prefix]) : [];
  return (
    <Container header={<Header variant="h2">{ACCOUNTS.tree}</Header>}>
      <TreeView<Node>
        ariaLabel={ACCOUNTS.tree}
        items={accounts.map((account: Account) => ({ kind: 'account', id: account.prefix, account }))}
        getItemId={({ id }) => id}
        getItemChildren={children}
        expandedItems={expanded}
        onItemToggle={({ detail }) => toggle(detail.id, detail.expanded)}
        renderItem={(node) => itemOf(node, node.id === (campaignId ?? accountPrefix), expanded)}
      />
      {hasMore && (
        <Button variant="inline-link" loading={isFetching} onClick={showMore}>
          {ACCOUNTS.more}
        </Button>
      )}
    </Container>
  );
}

function itemOf(node: Node, isSelected: boolean, open: readonly string[]): TreeViewProps.TreeItem {
  if (node.kind === 'message')
    return { content: <Box color="text-status-inactive">{node.text}</Box>, announcementLabel: node.text };
  if (node.kind === 'account') {
    const { prefix, name } = node.account;
    return {
      icon: <Icon name="folder" />,
      content: <Choice href={addressInTree(`/accounts/${prefix}`, open, prefix)} text={name} isSelected={isSelected} />,
      secondaryContent: prefix,
      announcementLabel: name,
    };
  }
  const { accountPrefix, id, name, crmTablePrefix } = node.campaign;
  return {
    icon: <Icon name={crmTablePrefix === null ? 'status-pending' : 'status-positive'} />,
    content: (
      <Choice
        href={addressInTree(`/accounts/${accountPrefix}/campaigns/${id}`, open, accountPrefix)}
        text={name}
        isSelected={isSelected}
      />
    ),
    secondaryContent: crmTablePrefix === null ? undefined : <Badge color="blue">{crmTablePrefix}</Badge>,
    announcementLabel: name,
  };
}

function Choice({
  href,
  text,
  isSelected,
}: {
  readonly href: string;
  readonly text: string;
  readonly isSelected: boolean;
}) {
  return isSelected ? (
    <span aria-current="page">
      <Box variant="strong" color="text-status-info">
        {text}
      </Box>
    </span>
  ) : (
    <PageLink href={href}>{text}</PageLink>
  );
}
