import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { usePublishedFields } from '../crm-tables/queries.ts';
import { EntityForm } from '../shared/form/entity-form.tsx';
import { type FormState, useForm } from '../shared/form/use-form.ts';
import { useSearch } from '../shared/router/use-search.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { inputOf, valuesOf } from './model.ts';
import { useRole, useRoleWrites } from './queries.ts';
import { RulesGrid } from './rules-grid.tsx';
import { rulesOfText, textOfRules, toggled, withoutTable } from './rules-model.ts';
import { useEveryTable } from './tables-queries.ts';
import { ROLES } from './text.ts';

interface RulesValues extends Record<string, string> {
  /** As `textOfRules` writes them. */
  readonly fieldRules: string;
}

/** The rules of fields of a role, one CRM table at a time. The address names the table. */
export default function RulesPage({ params: { roleId } }: { readonly params: { readonly roleId: string } }) {
  const { body: role, etag } = useRole(roleId);
  const { update, read } = useRoleWrites();
  const home = `/roles/${roleId}`;
  const form = useForm<RulesValues>({
    initial: { values: { fieldRules: textOfRules(role.fieldRules) }, etag },
    rules: {},
    save: async ({ fieldRules }, current) => {
      await update(roleId, { ...inputOf(valuesOf(role)), fieldRules: rulesOfText(fieldRules) }, current);
      notify({ id: 'saved', type: 'success', content: ROLES.savedNotice(role.name) });
      return home;
    },
    reload: async () => {
      const current = await read(roleId);
      return { values: { fieldRules: textOfRules(current.body.fieldRules) }, etag: current.etag };
    },
  });
  const above = [
    { text: ROLES.title, href: '/roles' },
    { text: role.name, href: home },
  ];
  return (
    <Page isForm title={ROLES.rulesOf(role.name)} description={ROLES.rulesDescription} above={above}>
      <EntityForm form={form} labels={{ fieldRules: ROLES.rules }} submitText={ROLES.save} cancelTo={home}>
        <TableRules form={form} />
      </EntityForm>
    </Page>
  );
}

function TableRules({ form }: { readonly form: FormState<RulesValues> }) {
  const [search, setSearch] = useSearch();
  const tables = useEveryTable();
  const wanted = search.get('table');
  const chosen = tables.find(({ prefix }) => prefix === wanted);
  const rules = rulesOfText(form.values.fieldRules);
  const unknown = tables.length > 0 ? withoutTable(rules, tables) : [];
  const chosenUnknown = unknown.find(({ prefix }) => prefix === wanted);
  const options = [
    ...tables.map(({ prefix, name, accountPrefix }) => ({
      value: prefix,
      label: `${prefix} · ${name}`,
      description: accountPrefix,
      ...(rules.some((each) => each.prefix === prefix) && { tags: [ROLES.rules] }),
    })),
    ...unknown.map(({ prefix }) => ({
      ...{ value: prefix, label: `${prefix} · ${ROLES.unknownTable}`, tags: [ROLES.rules] },
    })),
  ];
  return (
    <SpaceBetween size="l">
      <FormField label={ROLES.table}>
        <Select
          selectedOption={options.find(({ value }) => value === wanted) ?? null}
          options={options}
          filteringType="auto"
          virtualScroll
          placeholder={ROLES.chooseTable}
          onChange={({ detail }) => setSearch({ table: detail.selectedOption.value }, { replace: true })}
        />
      </FormField>
      {chosen && <FieldsOfTable key={chosen.prefix} form={form} {...chosen} />}
      {chosenUnknown && (
        <Alert
          type="info"
          action={
            <Button
              formAction="none"
              onClick={() => form.set('fieldRules', textOfRules(rules.filter((each) => each !== chosenUnknown)))}
            >
              {ROLES.removeRules}
            </Button>
          }
        >
          {ROLES.unknownTableHelp(chosenUnknown.prefix)}
        </Alert>
      )}
    </SpaceBetween>
  );
}

function FieldsOfTable({
  form,
  accountPrefix,
  prefix,
}: {
  readonly form: FormState<RulesValues>;
  readonly accountPrefix: string;
  readonly prefix: string;
}) {
  const fields = usePublishedFields(accountPrefix, prefix);
  const rules = rulesOfText(form.values.fieldRules);
  if (fields === undefined) return <Skeleton width="100%" height="12rem" />;
  return (
    <FormField label={ROLES.rules} description={ROLES.gridHelp} stretch>
      <RulesGrid
        prefix={prefix}
        fields={fields}
        rules={rules}
        onToggle={(code, restriction) => form.set('fieldRules', textOfRules(toggled(rules, prefix, code, restriction)))}
      />
    </FormField>
  );
}
