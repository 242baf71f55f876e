import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { AuditLink } from '../audit/audit-link.tsx';
import { DeleteButton } from '../shared/form/delete-button.tsx';
import { follow } from '../shared/router/use-place.ts';
import { UnlessViewing } from '../shared/session/unless-viewing.tsx';
import { type ImportDefinition, useDefinitionWrites } from './queries.ts';
import { DEFINITIONS } from './text.ts';

/** What can be done with an import definition. */
export function DefinitionActions({
  definition: { prefix, definitionId, name, createdAt },
  etag,
  table,
}: {
  readonly definition: ImportDefinition;
  readonly etag: string;
  /** The address of the CRM table. */
  readonly table: string;
}) {
  const { remove } = useDefinitionWrites(prefix, definitionId);
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <AuditLink kind="import-definition" object={definitionId} since={createdAt} />
      <DeleteButton title={`${DEFINITIONS.deletion} ${name}`} remove={() => remove(etag)} next={table}>
        {DEFINITIONS.deleteText}
      </DeleteButton>
      <UnlessViewing>
        <Button href={`${table}/definitions/${definitionId}/edit`} onFollow={follow}>
          {DEFINITIONS.edit}
        </Button>
      </UnlessViewing>
    </SpaceBetween>
  );
}
