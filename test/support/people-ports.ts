import { auditReader } from '../../functions/people/dynamodb/audit-reader.ts';
import { featureRepository } from '../../functions/people/dynamodb/features-repository.ts';
import { groupRepository } from '../../functions/people/dynamodb/group-repository.ts';
import { pendingSignIns } from '../../functions/people/dynamodb/pending-sign-ins.ts';
import { rightsRepository } from '../../functions/people/dynamodb/rights-repository.ts';
import { roleRepository } from '../../functions/people/dynamodb/role-repository.ts';
import { userRepository } from '../../functions/people/dynamodb/user-repository.ts';
import type { ControlTable } from '../../functions/shared/dynamodb/control-table.ts';

/** The repositories of people on an engine. */
export function peoplePortsOn(table: ControlTable) {
  return {
    audits: auditReader(table),
    features: featureRepository(table),
    groups: groupRepository(table),
    roles: roleRepository(table),
    users: userRepository(table),
    pendingSignIns: pendingSignIns(table),
    userRights: rightsRepository(table),
  };
}
