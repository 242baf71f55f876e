import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { EntityForm } from '../shared/form/entity-form.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { inputOf, SCHEDULE_LABELS, scheduleRules, valuesOf } from './form-model.ts';
import { useSchedule, useScheduleWrites } from './queries.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import type { SchedulePath } from './schedule-page.tsx';
import { SCHEDULE_FORM } from './text.ts';

/** Changes a schedule. */
export default function EditSchedulePage({
  params: { accountPrefix, prefix, scheduleId },
}: {
  readonly params: SchedulePath;
}) {
  const { body: schedule, etag } = useSchedule(prefix, scheduleId);
  const { update, read } = useScheduleWrites(prefix, scheduleId);
  const table = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  const home = `${table}/schedules/${scheduleId}`;
  const form = useForm({
    initial: { values: valuesOf(schedule), etag },
    rules: scheduleRules(`inbox/${prefix}/`),
    save: async (values, current) => {
      await update(inputOf(values, schedule), current);
      notify({ id: 'saved', type: 'success', content: SCHEDULE_FORM.saved(values.name.trim()) });
      return home;
    },
    reload: async () => {
      const current = await read();
      return { values: valuesOf(current.body), etag: current.etag };
    },
  });
  const above = [
    ...useAccountCrumbs(accountPrefix),
    { text: prefix, href: table },
    { text: schedule.name, href: home },
  ];
  return (
    <Page isForm title={`${SCHEDULE_FORM.edit} ${schedule.name}`} above={above}>
      <EntityForm form={form} labels={SCHEDULE_LABELS} submitText={SCHEDULE_FORM.save} cancelTo={home}>
        <ScheduleFields form={form} tablePrefix={prefix} />
      </EntityForm>
    </Page>
  );
}
