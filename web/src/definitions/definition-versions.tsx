import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Differences } from '../crm-tables/designer/differences.tsx';
import { useSearch } from '../shared/router/use-search.ts';
import { shownDate } from '../shared/shell/date.ts';
import { compareDefinitions } from './compare-model.ts';
import { type ImportDefinitionVersion, useDefinitionVersions } from './queries.ts';
import { DEFINITIONS } from './text.ts';

const HALVES = [{ colspan: { default: 12, xs: 6 } }, { colspan: { default: 12, xs: 6 } }];

/** The versions of an import definition, and what one of them changed. The address names the compared versions. */
export function DefinitionVersions({
  tablePrefix,
  definitionId,
}: {
  readonly tablePrefix: string;
  readonly definitionId: string;
}) {
  const versions = useDefinitionVersions(tablePrefix, definitionId);
  const [search, setSearch] = useSearch();
  const named = (name: string) => versions.find(({ version }) => String(version) === search.get(name));
  const later = named('version') ?? versions[0];
  const earlier = named('since') ?? versions.find(({ version }) => later !== undefined && version < later.version);
  if (later === undefined || earlier === undefined) return null;
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${versions.length})`} description={DEFINITIONS.compareHelp}>
          {DEFINITIONS.versions}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Grid gridDefinition={HALVES}>
          <VersionChoice
            label={DEFINITIONS.earlier}
            versions={versions.filter(({ version }) => version < later.version)}
            chosen={earlier}
            onChoose={(since) => setSearch({ since }, { replace: true })}
          />
          <VersionChoice
            label={DEFINITIONS.later}
            versions={versions.slice(0, -1)}
            chosen={later}
            onChoose={(version) => setSearch({ version, since: undefined }, { replace: true })}
          />
        </Grid>
        <Differences differences={compareDefinitions(earlier, later)} />
      </SpaceBetween>
    </Container>
  );
}

function VersionChoice({
  label,
  versions,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly versions: readonly ImportDefinitionVersion[];
  readonly chosen: ImportDefinitionVersion;
  readonly onChoose: (version: string | undefined) => void;
}) {
  const options = versions.map(({ version, updatedAt }) => ({
    value: String(version),
    label: `${DEFINITIONS.version} ${version}`,
    description: shownDate(updatedAt),
  }));
  return (
    <FormField label={label}>
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === String(chosen.version)) ?? null}
        onChange={({ detail }) => onChoose(detail.selectedOption.value)}
      />
    </FormField>
  );
}
