import { EntityForm } from '../shared/form/entity-form.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { useSearch } from '../shared/router/use-search.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { inputOf, ROLE_LABELS, ROLE_RULES, type Role, valuesOf } from './model.ts';
import { useRole, useRoleWrites } from './queries.ts';
import { RoleFields } from './role-fields.tsx';
import { ROLES } from './text.ts';

/** A new role. `?like=` names a role whose permissions and rules it begins with. */
export default function NewRolePage() {
  const like = useSearch()[0].get('like');
  return like === null ? <Form permissions={[]} fieldRules={[]} /> : <FormLike roleId={like} />;
}

function FormLike({ roleId }: { readonly roleId: string }) {
  const { permissions, fieldRules } = useRole(roleId).body;
  return <Form permissions={permissions} fieldRules={fieldRules} />;
}

function Form({ permissions, fieldRules }: Pick<Role, 'permissions' | 'fieldRules'>) {
  const { create } = useRoleWrites();
  const form = useForm({
    initial: { values: valuesOf({ name: '', permissions }) },
    rules: ROLE_RULES,
    save: async (values) => {
      const { id, name } = await create({ ...inputOf(values), fieldRules });
      notify({ id: 'saved', type: 'success', content: ROLES.createdNotice(name) });
      return `/roles/${id}`;
    },
  });
  return (
    <Page isForm title={ROLES.create} above={[{ text: ROLES.title, href: '/roles' }]}>
      <EntityForm form={form} labels={ROLE_LABELS} submitText={ROLES.create} cancelTo="/roles">
        <RoleFields form={form} />
      </EntityForm>
    </Page>
  );
}
