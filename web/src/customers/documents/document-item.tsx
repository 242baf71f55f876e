import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FileInput from '@cloudscape-design/components/file-input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { shownSize } from '../../shared/amounts.ts';
import { useRun } from '../../shared/form/use-run.ts';
import { useMe } from '../../shared/session/me.ts';
import { UnlessViewing } from '../../shared/session/unless-viewing.tsx';
import { shownDate } from '../../shared/shell/date.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import type { CustomerAddress } from '../history/queries.ts';
import { DeleteDocumentQuestion } from './delete-document-question.tsx';
import { DocumentLine } from './document-line.tsx';
import type { DocumentHead } from './document-model.ts';
import { DOCUMENTS } from './text.ts';
import { useOpenDocument } from './use-open-document.tsx';

/** A document with what one does with it. */
export function DocumentItem({
  address,
  document,
  mayAttach,
  mayDeleteAll,
  nameOf,
  onVersion,
}: {
  readonly address: CustomerAddress;
  readonly document: DocumentHead;
  readonly mayAttach: boolean;
  /** Whether the user may delete the documents of others. */
  readonly mayDeleteAll: boolean;
  readonly nameOf: (userId: string) => string;
  readonly onVersion: (file: File, documentId: string) => void;
}) {
  const { documentId, at, by, bytes, revision, scan, updatedAt, updatedBy } = document;
  const { userId } = useMe();
  const { download, showVersions, dialog } = useOpenDocument(address, document);
  const { isRunning, failure, run } = useRun();
  const [isDeleting, setDeleting] = useState(false);
  const button = (text: string, act: () => void, isDisabled = false) => (
    <Button formAction="none" variant="inline-link" disabled={isRunning || isDisabled} onClick={act}>
      {text}
    </Button>
  );
  return (
    <li className="document">
      <DocumentLine {...{ address, document }} />
      <Box color="text-body-secondary" fontSize="body-s">
        {DOCUMENTS.attachedBy(shownDate(at), nameOf(by), shownSize(bytes))}
        {updatedAt !== undefined &&
          updatedBy !== undefined &&
          ` · ${DOCUMENTS.updated(shownDate(updatedAt), nameOf(updatedBy))}`}
      </Box>
      {failure !== undefined && <ErrorAlert error={failure} header={DOCUMENTS.failed} />}
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        {button(DOCUMENTS.download, () => run(download), scan === 'infected')}
        {revision > 1 && button(DOCUMENTS.versions, showVersions)}
        <UnlessViewing>
          {((by === userId && mayAttach) || mayDeleteAll) && button(DOCUMENTS.delete, () => setDeleting(true))}
        </UnlessViewing>
        <UnlessViewing>
          {mayAttach && (
            <FileInput
              value={[]}
              onChange={({ detail: { value } }) => {
                const [file] = value;
                if (file) onVersion(file, documentId);
              }}
            >
              {DOCUMENTS.newVersion}
            </FileInput>
          )}
        </UnlessViewing>
      </SpaceBetween>
      {dialog}
      {isDeleting && <DeleteDocumentQuestion {...{ address, document }} onLeave={() => setDeleting(false)} />}
    </li>
  );
}
