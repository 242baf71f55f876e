import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useCampaignChoice } from '../campaigns/queries.ts';
import { navigate } from '../shared/router/use-place.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { notify } from '../shared/shell/notices.tsx';
import { CRM_TABLES } from './text.ts';

/** Lets the agents of another campaign work with the customers of a CRM table. */
export function UseInCampaign({
  accountPrefix,
  prefix,
  onClose,
}: {
  readonly accountPrefix: string;
  readonly prefix: string;
  readonly onClose: () => void;
}) {
  const { campaigns, chooseTable } = useCampaignChoice(accountPrefix);
  const [chosen, setChosen] = useState('');
  const [progress, setProgress] = useState<'open' | 'saving'>('open');
  const [failure, setFailure] = useState<unknown>();
  const options = campaigns
    .filter(({ crmTablePrefix }) => crmTablePrefix !== prefix)
    .map(({ id, name, crmTablePrefix: now }) => ({
      value: id,
      label: name,
      ...(now !== null && { description: CRM_TABLES.replaces(now) }),
    }));
  const save = async () => {
    setProgress('saving');
    try {
      const { name } = await chooseTable(chosen, prefix);
      notify({ id: 'saved', type: 'success', content: CRM_TABLES.usedNotice(name, prefix) });
      navigate(`/accounts/${accountPrefix}/campaigns/${chosen}`);
    } catch (error) {
      setFailure(error);
      setProgress('open');
    }
  };
  return (
    <Modal
      visible
      onDismiss={onClose}
      header={CRM_TABLES.useInCampaign}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {CRM_TABLES.cancel}
            </Button>
            <Button
              variant="primary"
              disabled={chosen === ''}
              loading={progress === 'saving'}
              onClick={() => void save()}
            >
              {CRM_TABLES.use}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {failure !== undefined && <ErrorAlert error={failure} header={CRM_TABLES.notUsed} />}
        <FormField label={CRM_TABLES.campaign} description={CRM_TABLES.useHelp(prefix)}>
          <Select
            selectedOption={options.find(({ value }) => value === chosen) ?? null}
            options={options}
            placeholder={CRM_TABLES.chooseCampaign}
            empty={CRM_TABLES.noOtherCampaign}
            filteringType="auto"
            onChange={({ detail }) => setChosen(detail.selectedOption.value ?? '')}
          />
        </FormField>
        <PageLink href={`/accounts/${accountPrefix}/campaigns/new?crmTable=${prefix}`}>
          {CRM_TABLES.newCampaign}
        </PageLink>
      </SpaceBetween>
    </Modal>
  );
}
