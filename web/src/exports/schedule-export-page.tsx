import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, useState } from 'react';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { RecurrenceFields, RunsPreview } from '../schedules/recurrence-fields.tsx';
import { newRecurrence, type Recurrence, recurrenceFaults, whenOf } from '../schedules/recurrence-model.ts';
import { useRun } from '../shared/form/use-run.ts';
import { navigate } from '../shared/router/use-place.ts';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import type { ExportDefinitionPath } from './definition-page.tsx';
import { useExportDefinition, useExportDefinitionWrites } from './queries.ts';
import { EXPORT_DEFINITIONS as TEXT } from './text.ts';

const LONGEST_NAME = 100;

/** Creates a schedule that exports by a definition. */
export default function ScheduleExportPage({
  params: { accountPrefix, prefix, exportDefinitionId },
}: {
  readonly params: ExportDefinitionPath;
}) {
  const { body: definition } = useExportDefinition(prefix, exportDefinitionId);
  const { schedule } = useExportDefinitionWrites(prefix);
  const [name, setName] = useState(definition.name);
  const [recurrence, setRecurrence] = useState<Recurrence>(newRecurrence);
  const [isAttempted, setAttempted] = useState(false);
  const { run, isRunning, failure } = useRun();
  const table = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  const home = `${table}/export-definitions/${exportDefinitionId}`;
  const when = whenOf(recurrence);
  const isNamed = name.trim() !== '' && name.trim().length <= LONGEST_NAME;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (!isNamed || when === undefined) return;
    const source = { kind: 'export' as const, exportDefinitionId };
    const body = { name: name.trim(), source, when, timeZone: recurrence.timeZone, state: 'active' as const };
    run(async () => {
      const scheduleId = await schedule(body);
      notify({ id: 'saved', type: 'success', content: TEXT.scheduled(body.name) });
      navigate(`${table}/schedules/${scheduleId}`);
    });
  };
  return (
    <Page
      isForm
      title={TEXT.scheduleTitle(definition.name)}
      description={TEXT.scheduleHelp}
      above={[...useAccountCrumbs(accountPrefix), { text: prefix, href: table }, { text: definition.name, href: home }]}
    >
      <form onSubmit={submit} noValidate>
        <Form
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" formAction="none" onClick={() => navigate(home)}>
                {TEXT.cancel}
              </Button>
              <Button variant="primary" loading={isRunning}>
                {TEXT.save}
              </Button>
            </SpaceBetween>
          }
        >
          <SpaceBetween size="l">
            {failure !== undefined && <ErrorAlert error={failure} header={TEXT.notDone} />}
            <Container>
              <SpaceBetween size="l">
                <FormField label={TEXT.scheduleName} errorText={isAttempted && !isNamed ? TEXT.scheduleNameRule : ''}>
                  <Input value={name} onChange={({ detail }) => setName(detail.value)} />
                </FormField>
                <RecurrenceFields
                  recurrence={recurrence}
                  set={(changes) => setRecurrence({ ...recurrence, ...changes })}
                  faults={isAttempted ? recurrenceFaults(recurrence) : {}}
                />
                <RunsPreview tablePrefix={prefix} recurrence={recurrence} />
              </SpaceBetween>
            </Container>
          </SpaceBetween>
        </Form>
      </form>
    </Page>
  );
}
