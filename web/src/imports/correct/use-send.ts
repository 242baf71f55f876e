import { useState } from 'react';
import { RequestKeys } from '../../shared/api/request-keys.ts';
import { useMe } from '../../shared/session/me.ts';
import type { Import } from '../model.ts';
import type { Delivery } from '../upload/use-upload.ts';
import { useWizardWrites } from '../wizard/queries.ts';
import type { Corrections } from './corrections-model.ts';
import { forgetCorrections } from './draft.ts';
import { correctedFile, correctionOf } from './send-model.ts';

/** Announces the import of the corrected records. */
export function useSend(view: Import) {
  const { announce } = useWizardWrites();
  const { userId } = useMe();
  const [keys] = useState(() => new RequestKeys());
  /** @throws ApiError */
  return async (corrections: Corrections): Promise<Delivery> => {
    const file = correctedFile(corrections, view);
    const body = correctionOf(view, corrections, file);
    const { importId, upload } = await announce(body, keys.of(body));
    const target = upload?.kind === 'multipart' ? upload : { kind: 'single' as const };
    const { prefix: tablePrefix, accountPrefix = '' } = view;
    const { name: fileName, size: bytes, lastModified } = file;
    // The browser does not remember this upload: the file cannot be chosen again.
    const record = { importId, userId, accountPrefix, tablePrefix, fileName, bytes, lastModified, firstPart: '' };
    return {
      record,
      file,
      target,
      addressOfFile: async (signal) => {
        const again = await announce(body, keys.of(body), signal);
        return again.upload?.kind === 'single' ? again.upload : undefined;
      },
      onEnd: (ending) => {
        if (ending === 'arrived') forgetCorrections(view.importId);
        else keys.forget(body);
      },
    };
  };
}
