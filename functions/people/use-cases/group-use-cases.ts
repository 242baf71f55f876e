import { DomainError } from '../../shared/domain/errors.ts';
import {
  type AuditedEntity,
  type EntityUseCases,
  entityUseCases,
  entryOf,
  getAtRevision,
} from '../../shared/use-cases/entity-use-cases.ts';
import { type Group, type GroupId, type GroupInput, groupId } from '../domain/group.ts';
import type { PeoplePorts } from '../ports.ts';

const GROUP_NOUN = 'group';

const AUDIT: AuditedEntity<Group> = { account: () => undefined, personal: [] };
const entryFor = entryOf(GROUP_NOUN, AUDIT);

const ordinary = entityUseCases({
  noun: GROUP_NOUN,
  repository: ({ groups }: PeoplePorts) => groups,
  make: (input: GroupInput, _: object, { ids, clock }): Group => ({
    id: ids.newId(),
    ...input,
    createdAt: clock.now().toISOString(),
  }),
  idOf: groupId,
  update: (before: Group, change: GroupInput) => ({ ...before, ...change }),
  audit: AUDIT,
});

export const groupUseCases: EntityUseCases<PeoplePorts, Group, object, GroupId, GroupInput, GroupInput> = {
  ...ordinary,
  async remove(ports, id, revision, origin) {
    const group = await getAtRevision(GROUP_NOUN, ports.groups, id, revision);
    const entry = entryFor(origin, 'delete', id.groupId, { before: group.value });
    if ((await ports.groups.remove(group, entry)) === 'written') return;
    // Another request may have changed the group since it was read.
    await getAtRevision(GROUP_NOUN, ports.groups, id, revision);
    throw new DomainError('conflict', 'group.in-use', 'The group has users. Give them another group first.');
  },
};
