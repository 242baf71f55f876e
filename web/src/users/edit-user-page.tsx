import { EntityForm } from '../shared/form/entity-form.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { USER_LABELS, USER_RULES, valuesOf } from './model.ts';
import { useUser, useUserWrites } from './queries.ts';
import { USERS } from './text.ts';
import { UserFields } from './user-fields.tsx';

export default function EditUserPage({ params: { userId } }: { readonly params: { readonly userId: string } }) {
  const { body: user, etag } = useUser(userId);
  const { update, read } = useUserWrites();
  const home = `/users/${userId}`;
  const form = useForm({
    initial: { values: valuesOf(user), etag },
    rules: USER_RULES,
    save: async (values, current) => {
      await update(user, values, current);
      notify({ id: 'saved', type: 'success', content: USERS.savedNotice(values.fullName) });
      return home;
    },
    reload: async () => {
      const current = await read(userId);
      return { values: valuesOf(current.body), etag: current.etag };
    },
  });
  const above = [
    { text: USERS.title, href: '/users' },
    { text: user.fullName, href: home },
  ];
  return (
    <Page isForm title={`${USERS.edit} ${user.fullName}`} above={above}>
      <EntityForm form={form} labels={USER_LABELS} submitText={USERS.save} cancelTo={home}>
        <UserFields form={form} />
      </EntityForm>
    </Page>
  );
}
