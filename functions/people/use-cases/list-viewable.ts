import type { Caller, RightsReader } from '../../shared/domain/caller.ts';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import { viewGrants } from '../../shared/domain/view-as.ts';
import type { User } from '../domain/user.ts';
import type { PeoplePorts } from '../ports.ts';

const READS_IN_FLIGHT = 32;

interface ViewPorts extends Pick<PeoplePorts, 'users'> {
  readonly rights: RightsReader;
}

/** Of one page of all users those as whom the caller may see the console: a page may be short, and yet not be the last. */
export async function listViewable(ports: ViewPorts, caller: Caller, request: PageRequest): Promise<Page<User>> {
  const page = (await ports.users.list({}, request)) ?? { items: [] };
  const found = await mapConcurrently(page.items, READS_IN_FLIGHT, async ({ value: user }) => {
    const theirs = user.id === caller.userId ? [] : await ports.rights.standingGrantsOf(user.id);
    return viewGrants(caller.grants, theirs) ? [user] : [];
  });
  return { ...page, items: found.flat() };
}
