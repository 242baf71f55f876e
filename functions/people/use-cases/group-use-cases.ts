import { DomainError } from '../../shared/domain/errors.ts';
import { type EntityUseCases, entityUseCases, getAtRevision } from '../../shared/use-cases/entity-use-cases.ts';
import type { Group, GroupId, GroupInput } from '../domain/group.ts';
import type { PeoplePorts } from '../ports.ts';

const GROUP_NOUN = 'group';

const ordinary = entityUseCases({
  noun: GROUP_NOUN,
  repository: ({ groups }: PeoplePorts) => groups,
  make: (input: GroupInput, _: object, { ids, clock }): Group => ({
    id: ids.newId(),
    ...input,
    createdAt: clock.now().toISOString(),
  }),
  update: (before: Group, change: GroupInput) => ({ ...before, ...change }),
});

export const groupUseCases: EntityUseCases<PeoplePorts, Group, object, GroupId, GroupInput, GroupInput> = {
  ...ordinary,
  async remove(ports, id, revision) {
    const group = await getAtRevision(GROUP_NOUN, ports.groups, id, revision);
    if ((await ports.groups.remove(group)) === 'written') return;
    // Another request may have changed the group since it was read.
    await getAtRevision(GROUP_NOUN, ports.groups, id, revision);
    throw new DomainError('conflict', 'group.in-use', 'The group has users. Give them another group first.');
  },
};
