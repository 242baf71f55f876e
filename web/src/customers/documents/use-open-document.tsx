import { Suspense, useState } from 'react';
import { lazyPage } from '../../shared/shell/part.ts';
import type { CustomerAddress } from '../history/queries.ts';
import { type DocumentHead, isShown } from './document-model.ts';
import { useFileAddress } from './queries.ts';
import { save } from './save.ts';

const DocumentViewer = lazyPage(() => import('./document-viewer.tsx'));

/**
 * Opens a document: in the console if its type is shown there, otherwise the browser saves it.
 * @returns what opens it, and the dialog
 */
export function useOpenDocument(address: CustomerAddress, document: DocumentHead) {
  const [isOpen, setOpen] = useState(false);
  const addressOf = useFileAddress(address);
  const { documentId, revision } = document;
  return {
    /** @throws ApiError */
    open: async () => {
      if (isShown(document)) return setOpen(true);
      save((await addressOf(documentId, revision, 'download')).url);
    },
    /** @throws ApiError */
    download: async () => save((await addressOf(documentId, revision, 'download')).url),
    showVersions: () => setOpen(true),
    dialog: isOpen && (
      <Suspense fallback={null}>
        <DocumentViewer {...{ address, document }} onLeave={() => setOpen(false)} />
      </Suspense>
    ),
  };
}
