import { auditEntry } from '../../shared/domain/audit/audit-entry.ts';
import { DomainError, type Violation } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import {
  checkRevision,
  type ExpectedRevision,
  nextRevision,
  type Revised,
  staleRevision,
} from '../../shared/domain/revised.ts';
import type { StoredSwitches } from '../domain/feature-switches.ts';
import type { PeoplePorts } from '../ports.ts';

type FeaturePorts = Pick<PeoplePorts, 'features' | 'accounts'>;

/** The accounts as the audit compares them: by their prefixes. */
const audited = ({ off, accounts }: StoredSwitches) => ({
  off,
  accounts: Object.fromEntries(accounts.map(({ prefix, off: ofAccount }) => [prefix, ofAccount])),
});

/** What is stored: no account without a switch, and none that has been deleted since it was switched. */
async function tidied({ accounts }: FeaturePorts, switches: StoredSwitches, before: StoredSwitches) {
  const faults: Violation[] = [];
  const kept: StoredSwitches['accounts'] = [];
  for (const [index, each] of switches.accounts.entries()) {
    if (each.off.length === 0) continue;
    const exists = (await accounts.read({ accountPrefix: each.prefix })) !== undefined;
    if (exists) kept.push(each);
    else if (!before.accounts.some(({ prefix }) => prefix === each.prefix)) {
      const detail = `There is no account ${each.prefix}.`;
      faults.push({ pointer: `/accounts/${index}/prefix`, code: 'features.account-unknown', detail });
    }
  }
  if (faults.length === 0) return { off: switches.off, accounts: kept };
  throw new DomainError('invalid', 'features.invalid', 'Some switches name what does not exist; see errors.', faults);
}

/**
 * Switches features off and on.
 * @throws DomainError `features.invalid`, `if-match.stale`
 */
export async function updateFeatures(
  ports: FeaturePorts,
  switches: StoredSwitches,
  { revision, ...origin }: RequestOrigin & { readonly revision: ExpectedRevision },
): Promise<Revised<StoredSwitches>> {
  const before = await ports.features.read();
  checkRevision(before, revision);
  const after = await tidied(ports, switches, before.value);
  const entry = auditEntry(origin, {
    ...{ kind: 'features', action: 'update', object: 'features', account: undefined },
    ...{ before: audited(before.value), after: audited(after) },
  });
  if ((await ports.features.replace(before, after, entry)) === 'stale') throw staleRevision();
  return nextRevision(before, after);
}
