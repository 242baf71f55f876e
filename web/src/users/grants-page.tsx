import { PERMISSION_TEXTS } from '../roles/text.ts';
import { EntityForm } from '../shared/form/entity-form.tsx';
import { TextField } from '../shared/form/fields.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { grantRulesOf, grantsOf, grantValuesOf } from './grants-model.ts';
import { useGrants, useGrantWrites } from './grants-queries.ts';
import { useUser } from './queries.ts';
import { USERS } from './text.ts';

/** The roles of a user: for each role the accounts for which the user has it. */
export default function GrantsPage({ params: { userId } }: { readonly params: { readonly userId: string } }) {
  const { fullName } = useUser(userId).body;
  const { roles, grants, etag } = useGrants(userId);
  const { update, read } = useGrantWrites(userId);
  const home = `/users/${userId}`;
  const form = useForm({
    initial: { values: grantValuesOf(roles, grants), etag },
    rules: grantRulesOf(roles),
    save: async (values, current) => {
      await update(grantsOf(values), current);
      notify({ id: 'saved', type: 'success', content: USERS.grantedNotice(fullName) });
      return home;
    },
    reload: async () => {
      const current = await read();
      return { values: grantValuesOf(roles, current.body.grants), etag: current.etag };
    },
  });
  const above = [
    { text: USERS.title, href: '/users' },
    { text: fullName, href: home },
  ];
  return (
    <Page isForm title={USERS.rolesOf(fullName)} description={USERS.rolesDescription} above={above}>
      <EntityForm
        form={form}
        labels={Object.fromEntries(roles.map(({ id, name }) => [id, name]))}
        submitText={USERS.save}
        cancelTo={home}
      >
        {roles.map(({ id, name, permissions }) => (
          <TextField
            key={id}
            form={form}
            name={id}
            label={name}
            description={permissions.map((each) => PERMISSION_TEXTS[each]).join('; ')}
            constraint={USERS.scopeConstraint}
          />
        ))}
      </EntityForm>
    </Page>
  );
}
