import { EntityForm } from '../shared/form/entity-form.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { inputOf, ROLE_LABELS, ROLE_RULES, valuesOf } from './model.ts';
import { useRole, useRoleWrites } from './queries.ts';
import { RoleFields } from './role-fields.tsx';
import { ROLES } from './text.ts';

export default function EditRolePage({ params: { roleId } }: { readonly params: { readonly roleId: string } }) {
  const { body: role, etag } = useRole(roleId);
  const { update, read } = useRoleWrites();
  const home = `/roles/${roleId}`;
  const form = useForm({
    initial: { values: valuesOf(role), etag },
    rules: ROLE_RULES,
    save: async (values, current) => {
      await update(roleId, inputOf(values), current);
      notify({ id: 'saved', type: 'success', content: ROLES.savedNotice(values.name) });
      return home;
    },
    reload: async () => {
      const current = await read(roleId);
      return { values: valuesOf(current.body), etag: current.etag };
    },
  });
  const above = [
    { text: ROLES.title, href: '/roles' },
    { text: role.name, href: home },
  ];
  return (
    <Page isForm title={`${ROLES.edit} ${role.name}`} above={above}>
      <EntityForm form={form} labels={ROLE_LABELS} submitText={ROLES.save} cancelTo={home}>
        <RoleFields form={form} />
      </EntityForm>
    </Page>
  );
}
