import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { shownCount, shownDollars } from '../../shared/amounts.ts';
import type { Import } from '../model.ts';
import { PAGE } from './text.ts';

type Name = keyof typeof PAGE.costs;

interface Row {
  readonly name: Name;
  readonly estimated: number | undefined;
  readonly metered: number | undefined;
}

const NAMES: readonly Name[] = [
  'dollars',
  'minutes',
  'writeUnits',
  'readUnits',
  'transitions',
  'lambdaGbSeconds',
  's3Requests',
];

function shown(name: Name, amount: number | undefined): string {
  if (amount === undefined) return '–';
  if (name === 'dollars') return shownDollars(amount);
  return shownCount(name === 'minutes' ? Math.round(amount * 10) / 10 : Math.round(amount));
}

const COLUMNS = [
  { id: 'amount', header: PAGE.amount, cell: ({ name }: Row) => PAGE.costs[name], isRowHeader: true },
  { id: 'estimated', header: PAGE.estimated, cell: ({ name, estimated }: Row) => shown(name, estimated) },
  { id: 'metered', header: PAGE.metered, cell: ({ name, metered }: Row) => shown(name, metered) },
];

/** What the import was expected to take, and what it took. */
export function Cost({ estimate, metered }: Partial<Pick<Import, 'estimate' | 'metered'>>) {
  if (estimate === undefined && metered === undefined) return null;
  return (
    <Table
      header={
        <Header variant="h2" description={PAGE.costHelp}>
          {PAGE.cost}
        </Header>
      }
      ariaLabels={{ tableLabel: PAGE.cost }}
      items={NAMES.map((name) => ({ name, estimated: estimate?.[name], metered: metered?.[name] }))}
      trackBy="name"
      columnDefinitions={COLUMNS}
    />
  );
}
