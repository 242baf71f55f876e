import Alert from '@cloudscape-design/components/alert';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { useRolesWithRules } from '../roles/queries.ts';
import { EntityForm } from '../shared/form/entity-form.tsx';
import { SelectField, TextField } from '../shared/form/fields.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { useCrmTableWrites, useTablePrefixTaken } from './designer/queries.ts';
import { NEW_TABLE, NEW_TABLE_RULES } from './new-table-model.ts';
import { useCrmTable } from './queries.ts';
import { CRM_TABLES } from './text.ts';

interface CopyValues extends Record<string, string> {
  readonly name: string;
  readonly prefix: string;
  readonly from: 'draft' | 'published';
}

const LABELS = { name: CRM_TABLES.name, prefix: CRM_TABLES.prefix, from: CRM_TABLES.from };
const ruled = (name: 'name' | 'prefix') => (value: string) => NEW_TABLE_RULES[name]?.(value, NEW_TABLE);
const RULES = { name: ruled('name'), prefix: ruled('prefix') };

/** Save As: the structure of a CRM table under a new prefix, without its customers. */
export default function CopyCrmTablePage({
  params,
}: {
  readonly params: { readonly accountPrefix: string; readonly prefix: string };
}) {
  const { accountPrefix, prefix: source, draft, published } = useCrmTable(params.accountPrefix, params.prefix).body;
  const { copy } = useCrmTableWrites(accountPrefix);
  const tables = `/accounts/${accountPrefix}/crm-tables`;
  const initial: CopyValues = { name: draft.name, prefix: '', from: published ? 'published' : 'draft' };
  const form = useForm<CopyValues>({
    initial: { values: initial },
    rules: RULES,
    save: async ({ name, prefix, from }) => {
      const created = await copy(source, { name: name.trim(), prefix: prefix.toUpperCase(), from });
      notify({ id: 'saved', type: 'success', content: CRM_TABLES.copiedNotice(source, created.prefix) });
      return `${tables}/${created.prefix}/design`;
    },
  });
  const taken = useTablePrefixTaken(accountPrefix, form.values.prefix)
    ? CRM_TABLES.prefixTaken(form.values.prefix.toUpperCase())
    : undefined;
  const sources = [
    ...(published ? [{ value: 'published', label: CRM_TABLES.fromPublished(published.version) }] : []),
    { value: 'draft', label: CRM_TABLES.fromDraft },
  ];
  return (
    <Page
      isForm
      title={CRM_TABLES.copyTitle(source)}
      description={CRM_TABLES.copyDescription}
      above={[...useAccountCrumbs(accountPrefix), { text: source, href: `${tables}/${source}` }]}
    >
      <EntityForm form={form} labels={LABELS} submitText={CRM_TABLES.copy} cancelTo={`${tables}/${source}`}>
        <TextField form={form} name="name" label={CRM_TABLES.name} autoFocus />
        <TextField
          form={form}
          name="prefix"
          label={CRM_TABLES.prefix}
          constraint={CRM_TABLES.prefixConstraint}
          error={taken}
        />
        <SelectField form={form} name="from" label={CRM_TABLES.from} options={sources} />
        <RulesNotice prefix={source} />
      </EntityForm>
    </Page>
  );
}

/** Rules of fields belong to roles: a copy has none. The roles are named to a user who may see them. */
function RulesNotice({ prefix }: { readonly prefix: string }) {
  const roles = useRolesWithRules(prefix);
  if (roles?.length === 0) return null;
  return (
    <Alert type={roles ? 'warning' : 'info'}>
      {CRM_TABLES.copyRules(prefix)} {roles && CRM_TABLES.copyRulesOf(roles.join(', '))}
    </Alert>
  );
}
