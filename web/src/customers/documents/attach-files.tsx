import Alert from '@cloudscape-design/components/alert';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef } from 'react';
import { shownSize } from '../../shared/amounts.ts';
import type { components } from '../../shared/api/schema.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { Status } from '../../shared/shell/status.tsx';
import { DOCUMENTS } from './text.ts';
import type { Attaching } from './use-attach.ts';

/** Takes files by drop or choice, and shows how far they are. */
export function AttachFiles({
  rules,
  files,
  hasFocus,
  onFiles,
  onDismiss,
}: {
  readonly rules: components['schemas']['DocumentRules'] | undefined;
  readonly files: readonly Attaching[];
  /** Whether the choice of a file gets the focus, so that Enter opens it. */
  readonly hasFocus: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onDismiss: (key: string) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hasFocus) place.current?.querySelector<HTMLElement>('input[type=file]')?.focus();
  }, [hasFocus]);
  return (
    <SpaceBetween size="s">
      <div ref={place}>
        <FormField
          label={DOCUMENTS.attach}
          constraintText={rules && DOCUMENTS.rules(rules.types.join(', '), shownSize(rules.mostBytes))}
        >
          <FileUpload
            value={[]}
            multiple
            accept={rules?.types.map((type) => `.${type}`).join(',') ?? ''}
            onChange={({ detail }) => onFiles(detail.value)}
            i18nStrings={{
              uploadButtonText: () => DOCUMENTS.browse,
              dropzoneText: () => DOCUMENTS.drop,
              removeFileAriaLabel: (_, name) => DOCUMENTS.remove(name),
              limitShowFewer: '',
              limitShowMore: '',
            }}
          />
        </FormField>
      </div>
      {files.map((file) => (
        <Progress key={file.key} file={file} onDismiss={() => onDismiss(file.key)} />
      ))}
    </SpaceBetween>
  );
}

function Progress({
  file: { name, percent, state, error },
  onDismiss,
}: {
  readonly file: Attaching;
  readonly onDismiss: () => void;
}) {
  if (state === 'sending') return <Status type="loading">{DOCUMENTS.sending(name, percent)}</Status>;
  if (state === 'failed') return <ErrorAlert error={error} header={DOCUMENTS.notAttached(name)} />;
  return (
    <Alert type="success" dismissible dismissAriaLabel={DOCUMENTS.dismiss} onDismiss={onDismiss}>
      {DOCUMENTS.attached(name)}
    </Alert>
  );
}
