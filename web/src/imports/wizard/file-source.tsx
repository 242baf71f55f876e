import Box from '@cloudscape-design/components/box';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import { shownSize } from '../../shared/amounts.ts';
import { takeFile } from '../../shared/chosen-file.ts';
import { shownDate } from '../../shared/shell/date.ts';
import { localFile } from './file-model.ts';
import { useInbox } from './queries.ts';
import { WIZARD } from './text.ts';
import type { Wizard } from './use-wizard.ts';

/** A file of this computer, or one of the inbox. */
export function FileSource({ wizard }: { readonly wizard: Wizard }) {
  const inbox = useInbox(wizard.choices.tablePrefix);
  const [place, setPlace] = useState(wizard.file?.kind ?? 'local');
  const hasInbox = inbox !== undefined && inbox.items.length > 0;
  const choose = (id: string) => {
    setPlace(id === 'inbox' ? 'inbox' : 'local');
    wizard.chooseFile(undefined);
  };
  return (
    <SpaceBetween size="s">
      {hasInbox && (
        <SegmentedControl
          label={WIZARD.place}
          selectedId={place}
          options={[
            { id: 'local', text: WIZARD.local },
            { id: 'inbox', text: WIZARD.inbox(inbox.folder) },
          ]}
          onChange={({ detail }) => choose(detail.selectedId)}
        />
      )}
      {hasInbox && place === 'inbox' ? <InboxField wizard={wizard} inbox={inbox} /> : <LocalField wizard={wizard} />}
    </SpaceBetween>
  );
}

function LocalField({ wizard }: { readonly wizard: Wizard }) {
  const [fault, setFault] = useState<string | undefined>(undefined);
  const { file } = wizard;
  const choose = async ([chosen]: readonly File[]) => {
    setFault(chosen?.size === 0 ? WIZARD.empty : undefined);
    if (chosen === undefined || chosen.size === 0) return wizard.chooseFile(undefined);
    try {
      wizard.chooseFile(await localFile(chosen));
    } catch {
      setFault(WIZARD.unreadable);
    }
  };
  // Another page may have led here with a file.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step appears
  useEffect(() => {
    const kept = takeFile();
    if (kept) void choose([kept]);
  }, []);
  return (
    <FormField label={WIZARD.file} description={WIZARD.fileHelp}>
      <FileUpload
        value={file?.kind === 'local' ? [file.file] : []}
        onChange={({ detail }) => void choose(detail.value)}
        showFileSize
        showFileLastModified
        errorText={fault}
        i18nStrings={{
          uploadButtonText: () => (file ? WIZARD.browseAgain : WIZARD.browse),
          dropzoneText: () => WIZARD.drop,
          removeFileAriaLabel: (_, name) => WIZARD.remove(name),
          formatFileSize: shownSize,
          formatFileLastModified: (date) => shownDate(date.toISOString()),
        }}
      />
    </FormField>
  );
}

function InboxField({
  wizard,
  inbox,
}: {
  readonly wizard: Wizard;
  readonly inbox: NonNullable<ReturnType<typeof useInbox>>;
}) {
  const { file } = wizard;
  const options = inbox.items.map(({ key, bytes, modifiedAt }) => ({
    value: key,
    label: key.slice(inbox.folder.length),
    description: `${shownSize(bytes)}, ${shownDate(modifiedAt)}`,
  }));
  const choose = (chosen: string | undefined) => {
    const found = inbox.items.find(({ key }) => key === chosen);
    wizard.chooseFile(found && { kind: 'inbox', ...found });
  };
  return (
    <FormField label={WIZARD.file} description={WIZARD.inboxHelp}>
      <Select
        selectedOption={options.find(({ value }) => file?.kind === 'inbox' && value === file.key) ?? null}
        options={options}
        placeholder={WIZARD.browse}
        filteringType="auto"
        onChange={({ detail }) => choose(detail.selectedOption.value)}
      />
      {inbox.more > 0 && <Box color="text-body-secondary">{WIZARD.inboxMore(inbox.more)}</Box>}
    </FormField>
  );
}
