import Container from '@cloudscape-design/components/container';
import Tabs from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { Key } from '../../shared/keys/key.tsx';
import { type Field, groupsOf, type Structure } from '../fields-model.ts';
import { DESK } from './text.ts';

interface FurtherTab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** As many tabs as there are digits for them. */
export const DIGITS = 9;

const WithKey = ({ label, digit }: { readonly label: string; readonly digit: number }) => (
  <>
    {label}{' '}
    <span aria-hidden>
      <Key name={String(digit)} />
    </span>
  </>
);

/** The fields under the tabs of the CRM table, as the designer has them. */
export function FieldTabs({
  tabs,
  fields,
  further = [],
  hasKeys = false,
  active,
  onActive,
  children,
}: {
  readonly tabs: Structure['tabs'];
  readonly fields: readonly Field[];
  /** After the tabs of the table. */
  readonly further?: readonly FurtherTab[];
  /** Whether the digits show the tabs. */
  readonly hasKeys?: boolean;
  readonly active: string;
  readonly onActive: (id: string) => void;
  /** The content of a tab with these fields. */
  readonly children: (fields: readonly Field[]) => ReactNode;
}) {
  const groups = groupsOf(tabs, fields).map((group) => ({ ...group, content: children(group.fields) }));
  return (
    <Container>
      <Tabs
        ariaLabel={DESK.tabs}
        activeTabId={active}
        onChange={({ detail }) => onActive(detail.activeTabId)}
        tabs={[...groups, ...further].map(({ id, label, content }, at) => ({
          ...{ id, content },
          label: hasKeys && at < DIGITS ? <WithKey label={label} digit={at + 1} /> : label,
        }))}
      />
    </Container>
  );
}
