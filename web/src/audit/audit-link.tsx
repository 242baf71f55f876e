import Button from '@cloudscape-design/components/button';
import { follow } from '../shared/router/use-place.ts';
import { useMay } from '../shared/session/me.ts';
import { type AuditKind, auditOf } from './kinds.ts';

/** Leads to the audit entries of an object, for those who may read the audit. @param since when the object was created */
export function AuditLink({
  kind,
  object,
  since,
}: {
  readonly kind: AuditKind;
  readonly object: string;
  readonly since: string;
}) {
  if (!useMay()('audit.read')) return null;
  return (
    <Button href={auditOf(kind, object, since)} onFollow={follow}>
      Audit
    </Button>
  );
}
