import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Wizard from '@cloudscape-design/components/wizard';
import { useState } from 'react';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { useCrmTable } from '../crm-tables/queries.ts';
import { useRun } from '../shared/form/use-run.ts';
import { navigate, usePlace } from '../shared/router/use-place.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { ContentStep, FormatStep, SummaryStep } from './export-steps.tsx';
import { choicesOf, contentFault, type ExportChoices, NEW_EXPORT } from './model.ts';
import { type ExportDefinition, useExportDefinition, useFilterChoices } from './queries.ts';
import { EXPORT_WIZARD, EXPORTS } from './text.ts';
import { useExportStart } from './use-export-start.ts';

interface PageProps {
  readonly params: { readonly accountPrefix: string; readonly prefix: string };
}

/** From the choice of content and format to a started export. `?definition=` begins with those of a definition. */
export default function NewExportPage({ params }: PageProps) {
  const followed = new URLSearchParams(usePlace().search).get('definition');
  return followed === null ? <ExportWizard params={params} /> : <FollowingWizard params={params} id={followed} />;
}

function FollowingWizard({ params, id }: PageProps & { readonly id: string }) {
  return <ExportWizard params={params} followed={useExportDefinition(params.prefix, id).body} />;
}

function ExportWizard({
  params: { accountPrefix, prefix },
  followed,
}: PageProps & { readonly followed?: ExportDefinition }) {
  const { published, draft } = useCrmTable(accountPrefix, prefix).body;
  const filters = useFilterChoices(prefix);
  const start = useExportStart(prefix);
  const { run, isRunning, failure } = useRun();
  const [choices, setChoices] = useState<ExportChoices>(() => (followed ? choicesOf(followed) : NEW_EXPORT));
  const [name, setName] = useState('');
  const [index, setIndex] = useState(0);
  const [isAttempted, setAttempted] = useState(false);
  const table = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  const fault = contentFault(choices);
  const goTo = (requested: number) => {
    setAttempted(requested > index);
    setIndex(requested > 0 && fault !== undefined ? 0 : requested);
  };
  const needsName = choices.changed === 'last-export' && !followed && name.trim() === '';
  const submit = () => {
    setAttempted(true);
    if (needsName) return;
    run(async () => {
      const { exportId, fileName } = await start(choices, { id: followed?.exportDefinitionId, name: name.trim() });
      notify({ id: 'saved', type: 'success', content: EXPORTS.startedNotice(fileName) });
      navigate(`${table}/exports/${exportId}`);
    });
  };
  const { fields } = published ?? draft;
  const step = {
    choices,
    fields,
    filters,
    onChange: (change: Partial<ExportChoices>) => setChoices({ ...choices, ...change }),
  };
  const definition = followed ? (
    <KeyValuePairs items={[{ label: EXPORT_WIZARD.definition, value: followed.name }]} />
  ) : (
    <FormField label={EXPORT_WIZARD.save} description={EXPORT_WIZARD.saveHelp}>
      <Input value={name} onChange={({ detail }) => setName(detail.value)} />
    </FormField>
  );
  return (
    <Page title={EXPORT_WIZARD.title} above={[...useAccountCrumbs(accountPrefix), { text: prefix, href: table }]}>
      <Wizard
        activeStepIndex={index}
        onNavigate={({ detail }) => goTo(detail.requestedStepIndex)}
        onCancel={() => navigate(table)}
        onSubmit={submit}
        submitButtonText={EXPORT_WIZARD.start}
        isLoadingNextStep={isRunning}
        steps={[
          {
            title: EXPORT_WIZARD.steps.content,
            content: <ContentStep {...step} />,
            ...(isAttempted && fault !== undefined && { errorText: fault }),
          },
          { title: EXPORT_WIZARD.steps.format, content: <FormatStep {...step} /> },
          {
            title: EXPORT_WIZARD.steps.summary,
            content: <SummaryStep {...step} failure={failure} definition={definition} />,
            ...(isAttempted && needsName && { errorText: EXPORT_WIZARD.definitionMissing }),
          },
        ]}
      />
    </Page>
  );
}
