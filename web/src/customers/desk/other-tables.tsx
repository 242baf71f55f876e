import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { navigate } from '../../shared/router/use-place.ts';
import { useMe } from '../../shared/session/me.ts';
import { CUSTOMERS } from '../text.ts';
import { customerAddress, deskAddress, type TableAddress } from './address.ts';
import { type TableChoice, useHitGroups } from './queries.ts';
import type { Hit, Search } from './search-model.ts';
import { keep } from './tab-storage.ts';
import { DESK } from './text.ts';

/** The matches of the one box in the other CRM tables that the user may search, by table. */
export function OtherTables({
  table,
  search,
  choices,
}: {
  readonly table: TableAddress;
  readonly search: Search;
  readonly choices: readonly TableChoice[];
}) {
  const { userId } = useMe();
  const hasFields = Object.values(search.fields).some((value) => value.trim() !== '');
  const groups = useHitGroups(table, { id: search.id, text: hasFields ? '' : search.text.trim() });
  const others = groups.flatMap((group) => {
    const choice = choices.find(({ prefix }) => prefix === group.prefix);
    return choice ? [{ ...group, choice }] : [];
  });
  if (others.length === 0) return null;
  const searchIn = (choice: TableChoice) => {
    keep([userId, 'search', choice.prefix], { id: search.id, text: search.text, fields: {} });
    navigate(deskAddress(choice));
  };
  return (
    <Container header={<Header variant="h2">{DESK.otherTables}</Header>}>
      <SpaceBetween size="m">
        {others.map(({ choice, name, items, hasMore, isTooBroad }) => (
          <section key={choice.prefix} aria-label={name}>
            <Box variant="h3">{name}</Box>
            {isTooBroad && DESK.tooBroad}
            <ul>
              {items.map((hit) => (
                <li key={hit.customerId}>
                  <OtherHit table={choice} hit={hit} />
                </li>
              ))}
            </ul>
            {hasMore && (
              <Button variant="inline-link" onClick={() => searchIn(choice)}>
                {DESK.showAll(name)}
              </Button>
            )}
          </section>
        ))}
      </SpaceBetween>
    </Container>
  );
}

/** A match with its values, and the fields by which it was found. */
function OtherHit({ table, hit }: { readonly table: TableAddress; readonly hit: Hit }) {
  const href = customerAddress(table, hit.customerId);
  const found = hit.matched.map(({ label, how }) => CUSTOMERS.how(label, how)).join(', ');
  return (
    <>
      <Link
        href={href}
        onFollow={(event) => {
          event.preventDefault();
          navigate(href);
        }}
      >
        {hit.customerId}
      </Link>{' '}
      {Object.values(hit.values).join(' · ')}{' '}
      <Box variant="small" display="inline">
        {CUSTOMERS.foundBy}: {found}
      </Box>
    </>
  );
}
