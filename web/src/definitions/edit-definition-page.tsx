import Box from '@cloudscape-design/components/box';
import { useRef } from 'react';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { EntityForm } from '../shared/form/entity-form.tsx';
import { SelectField, TextField } from '../shared/form/fields.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import type { DefinitionPath } from './definition-page.tsx';
import { DEFINITION_LABELS, DEFINITION_RULES, updateOf, valuesOf } from './form-model.ts';
import { useDefinition, useDefinitionWrites } from './queries.ts';
import { DEFINITIONS } from './text.ts';

const USES = [
  { value: 'yes', label: DEFINITIONS.uses },
  { value: 'no', label: DEFINITIONS.usesNot },
];

/** Changes the name of an import definition, and whether it is used for files that name none. */
export default function EditDefinitionPage({
  params: { accountPrefix, prefix, definitionId },
}: {
  readonly params: DefinitionPath;
}) {
  const { body: definition, etag } = useDefinition(prefix, definitionId);
  const { update, read } = useDefinitionWrites(prefix, definitionId);
  // Another person may have saved other options and columns meanwhile: a reload after a conflict takes them over.
  const current = useRef(definition);
  const table = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  const home = `${table}/definitions/${definitionId}`;
  const form = useForm({
    initial: { values: valuesOf(definition), etag },
    rules: DEFINITION_RULES,
    save: async (values, version) => {
      await update(updateOf(values, current.current), version);
      notify({ id: 'saved', type: 'success', content: DEFINITIONS.saved(values.name.trim()) });
      return home;
    },
    reload: async () => {
      const { body, etag } = await read();
      current.current = body;
      return { values: valuesOf(body), etag };
    },
  });
  const above = [
    ...useAccountCrumbs(accountPrefix),
    { text: prefix, href: table },
    { text: definition.name, href: home },
  ];
  return (
    <Page isForm title={`${DEFINITIONS.edit} ${definition.name}`} above={above}>
      <EntityForm form={form} labels={DEFINITION_LABELS} submitText={DEFINITIONS.save} cancelTo={home}>
        <TextField form={form} name="name" label={DEFINITIONS.name} autoFocus />
        <SelectField
          form={form}
          name="isDefault"
          label={DEFINITIONS.standard}
          description={DEFINITIONS.standardHelp}
          options={USES}
        />
        <Box color="text-body-secondary">{DEFINITIONS.optionsHelp}</Box>
      </EntityForm>
    </Page>
  );
}
