import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FileInput from '@cloudscape-design/components/file-input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { shownSize } from '../../shared/amounts.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { useMe } from '../../shared/session/me.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { forgetChoices } from '../wizard/draft.ts';
import { useWizardWrites } from '../wizard/queries.ts';
import { useArrivedParts } from './queries.ts';
import { UPLOAD } from './text.ts';
import { forgetUpload, matchFile, readUploads, type UploadRecord } from './upload-record.ts';
import type { Delivery } from './use-upload.ts';

/** The uploads of this person that a reload or a closed browser has stopped. */
export function OpenUploads({ onResume }: { readonly onResume: (delivery: Delivery) => void }) {
  const { userId } = useMe();
  const [records, setRecords] = useState(() => readUploads().filter((record) => record.userId === userId));
  const forget = (gone: UploadRecord) => {
    forgetUpload(gone.importId);
    setRecords((before) => before.filter(({ importId }) => importId !== gone.importId));
  };
  return records.map((record) => (
    <OpenUpload key={record.importId} record={record} onResume={onResume} onGone={() => forget(record)} />
  ));
}

const isOver = (error: unknown): boolean => error instanceof ApiError && [404, 409].includes(error.status);

function OpenUpload({
  record,
  onResume,
  onGone,
}: {
  readonly record: UploadRecord;
  readonly onResume: (delivery: Delivery) => void;
  readonly onGone: () => void;
}) {
  const partsOf = useArrivedParts();
  const { cancel } = useWizardWrites();
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>();
  const { importId, fileName, bytes, tablePrefix, partBytes } = record;
  const resume = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    const match = await matchFile(record, file);
    if (match !== 'same') return setFault(match === 'other-name' ? UPLOAD.otherName(fileName) : UPLOAD.otherContent);
    try {
      const parts = await partsOf(importId);
      const target = { kind: 'multipart', ...parts } as const;
      onResume({ record, file, target, addressOfFile: async () => undefined, onEnd: forgetChoices });
    } catch (error) {
      if (isOver(error)) setFault(UPLOAD.over);
      else setFailure(error);
    }
  };
  const discard = async () => {
    try {
      await cancel(importId);
      onGone();
    } catch (error) {
      // An upload that is over has nothing left to delete.
      if (isOver(error)) onGone();
      else setFailure(error);
    }
  };
  const text =
    partBytes === undefined
      ? UPLOAD.openWhole(fileName, tablePrefix)
      : UPLOAD.open(fileName, shownSize(bytes), tablePrefix);
  return (
    <Alert
      type="warning"
      action={
        <SpaceBetween direction="horizontal" size="xs">
          {partBytes !== undefined && (
            <FileInput value={[]} onChange={({ detail }) => void resume(detail.value)}>
              {UPLOAD.chooseSame}
            </FileInput>
          )}
          <Button onClick={() => void discard()}>{UPLOAD.discard}</Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="xs">
        <div>{text}</div>
        {fault !== undefined && <strong role="alert">{fault}</strong>}
        {failure !== undefined && <ErrorAlert error={failure} />}
      </SpaceBetween>
    </Alert>
  );
}
