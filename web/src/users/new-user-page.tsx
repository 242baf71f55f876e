import { EntityForm } from '../shared/form/entity-form.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { newUser, USER_LABELS, USER_RULES } from './model.ts';
import { useUserWrites } from './queries.ts';
import { USERS } from './text.ts';
import { UserFields } from './user-fields.tsx';

export default function NewUserPage() {
  const { create } = useUserWrites();
  const form = useForm({
    initial: { values: newUser(Intl.DateTimeFormat().resolvedOptions().timeZone) },
    rules: USER_RULES,
    save: async (values) => {
      const { id, fullName } = await create(values);
      notify({ id: 'saved', type: 'success', content: USERS.createdNotice(fullName) });
      return `/users/${id}`;
    },
  });
  return (
    <Page isForm title={USERS.create} above={[{ text: USERS.title, href: '/users' }]}>
      <EntityForm form={form} labels={USER_LABELS} submitText={USERS.create} cancelTo="/users">
        <UserFields form={form} />
      </EntityForm>
    </Page>
  );
}
