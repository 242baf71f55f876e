import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../shared/api/api-error.ts';
import { useWizardWrites } from '../wizard/queries.ts';
import { noteArrival } from './arrived.ts';
import { FileUpload, type UploadPorts, type UploadState, type UploadTarget } from './file-upload.ts';
import { useUploadPorts } from './queries.ts';
import { forgetUpload, type UploadRecord } from './upload-record.ts';

/** An upload that this page sends. */
export interface Delivery {
  readonly record: UploadRecord;
  readonly file: File;
  readonly target: UploadTarget;
  /** For a file that goes up in one request. */
  readonly addressOfFile: UploadPorts['addressOfFile'];
  /** Forgets what the browser keeps of the page that has led here. */
  readonly onEnd: (ending: 'arrived' | 'cancelled') => void;
}

/** Sends the file of an import as long as the page is shown. */
export function useUpload({ record, file, target, addressOfFile, onEnd }: Delivery) {
  const portsOf = useUploadPorts();
  const { cancel, deleteDefinition, arrived } = useWizardWrites();
  const [state, setState] = useState<UploadState>({ status: 'sending', sent: 0 });
  const upload = useRef<FileUpload>(undefined);
  const { importId, definition, tablePrefix } = record;
  upload.current ??= new FileUpload(file, target, portsOf(importId, addressOfFile), setState);
  useEffect(() => {
    const { current } = upload;
    current?.start();
    return () => current?.pause();
  }, []);
  useEffect(() => {
    if (state.status !== 'done') return;
    forgetUpload(importId);
    noteArrival(importId);
    onEnd('arrived');
    void arrived();
  }, [state.status, importId, arrived, onEnd]);
  return {
    state,
    start: () => upload.current?.start(),
    pause: () => upload.current?.pause(),
    /** Leaves nothing: neither parts nor a definition that was saved for this import. @throws ApiError */
    async abandon(): Promise<void> {
      upload.current?.pause();
      await cancel(importId);
      if (definition) await deleteDefinition(tablePrefix, definition.id, definition.etag).catch(ignoreGone);
      forgetUpload(importId);
      onEnd('cancelled');
    },
  };
}

/** Another person may have deleted or changed the definition: it is then no longer only of this import. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof ApiError) || ![404, 409, 412].includes(error.status)) throw error;
}
