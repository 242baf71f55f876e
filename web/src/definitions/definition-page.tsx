import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { shownDate } from '../shared/shell/date.ts';
import { Page } from '../shared/shell/page.tsx';
import { optionText, optionValueText } from './compare-model.ts';
import { DefinitionActions } from './definition-actions.tsx';
import { DefinitionColumns } from './definition-columns.tsx';
import { DefinitionVersions } from './definition-versions.tsx';
import { type ImportDefinition, useDefinition } from './queries.ts';
import { DEFINITIONS, OPTIONS } from './text.ts';

export interface DefinitionPath {
  readonly accountPrefix: string;
  readonly prefix: string;
  readonly definitionId: string;
}

/** One import definition: its options, its columns, and its versions with a comparison. Changes and deletes it. */
export default function DefinitionPage({
  params: { accountPrefix, prefix, definitionId },
}: {
  readonly params: DefinitionPath;
}) {
  const { body: definition, etag } = useDefinition(prefix, definitionId);
  const table = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  return (
    <Page
      title={definition.name}
      above={[...useAccountCrumbs(accountPrefix), { text: prefix, href: table }]}
      actions={<DefinitionActions definition={definition} etag={etag} table={table} />}
    >
      <SpaceBetween size="l">
        {definition.warnings.length > 0 && (
          <Alert type="warning" header={DEFINITIONS.warningTitle}>
            <ul>
              {definition.warnings.map(({ code, field, detail }) => (
                <li key={`${code} ${field}`}>{detail}</li>
              ))}
            </ul>
          </Alert>
        )}
        <Details definition={definition} />
        <DefinitionColumns mapping={definition.mapping} />
        <DefinitionVersions tablePrefix={prefix} definitionId={definitionId} />
      </SpaceBetween>
    </Page>
  );
}

function Details({ definition }: { readonly definition: ImportDefinition }) {
  const { version, isDefault, updatedAt, tableVersion, options } = definition;
  const items = Object.entries(options).map(([name, value]) => ({
    label: OPTIONS[name] ?? name,
    value: optionValueText(name, value),
  }));
  return (
    <Container header={<Header variant="h2">{DEFINITIONS.details}</Header>}>
      <KeyValuePairs
        columns={4}
        items={[
          { label: DEFINITIONS.version, value: version },
          { label: DEFINITIONS.updated, value: shownDate(updatedAt) },
          { label: DEFINITIONS.isDefault, value: optionText(isDefault) },
          { label: DEFINITIONS.tableVersion, value: tableVersion },
          ...(items.length > 0 ? items : [{ label: DEFINITIONS.options, value: DEFINITIONS.noOptions }]),
        ]}
      />
    </Container>
  );
}
