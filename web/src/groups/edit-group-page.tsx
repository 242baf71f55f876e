import { EntityForm } from '../shared/form/entity-form.tsx';
import { TextField } from '../shared/form/fields.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { GROUP_RULES, type GroupValues } from './model.ts';
import { useGroup, useGroupWrites } from './queries.ts';
import { GROUPS } from './text.ts';

export default function EditGroupPage({ params: { groupId } }: { readonly params: { readonly groupId: string } }) {
  const { body: group, etag } = useGroup(groupId);
  const { update, read } = useGroupWrites();
  const home = `/groups/${groupId}`;
  const form = useForm<GroupValues>({
    initial: { values: { name: group.name }, etag },
    rules: GROUP_RULES,
    save: async (values, current) => {
      await update(groupId, values, current);
      notify({ id: 'saved', type: 'success', content: GROUPS.savedNotice(values.name) });
      return home;
    },
    reload: async () => {
      const current = await read(groupId);
      return { values: { name: current.body.name }, etag: current.etag };
    },
  });
  const above = [
    { text: GROUPS.title, href: '/groups' },
    { text: group.name, href: home },
  ];
  return (
    <Page isForm title={`${GROUPS.edit} ${group.name}`} above={above}>
      <EntityForm form={form} labels={{ name: GROUPS.name }} submitText={GROUPS.save} cancelTo={home}>
        <TextField form={form} name="name" label={GROUPS.name} autoFocus />
      </EntityForm>
    </Page>
  );
}
