import { EntityForm } from '../shared/form/entity-form.tsx';
import { TextField } from '../shared/form/fields.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { GROUP_RULES, type GroupValues } from './model.ts';
import { useGroupWrites } from './queries.ts';
import { GROUPS } from './text.ts';

export default function NewGroupPage() {
  const { create } = useGroupWrites();
  const form = useForm<GroupValues>({
    initial: { values: { name: '' } },
    rules: GROUP_RULES,
    save: async (values) => {
      const { id, name } = await create(values);
      notify({ id: 'saved', type: 'success', content: GROUPS.createdNotice(name) });
      return `/groups/${id}`;
    },
  });
  return (
    <Page isForm title={GROUPS.create} above={[{ text: GROUPS.title, href: '/groups' }]}>
      <EntityForm form={form} labels={{ name: GROUPS.name }} submitText={GROUPS.create} cancelTo="/groups">
        <TextField form={form} name="name" label={GROUPS.name} autoFocus />
      </EntityForm>
    </Page>
  );
}
