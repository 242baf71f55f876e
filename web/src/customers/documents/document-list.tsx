import './documents.css';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { UnlessViewing } from '../../shared/session/unless-viewing.tsx';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { STYLE_TOKENS } from '../../shared/style/style-tokens.ts';
import type { DeskTable } from '../desk/desk-table.ts';
import { useNames } from '../history/queries.ts';
import { AttachFiles } from './attach-files.tsx';
import { DocumentItem } from './document-item.tsx';
import { useDocuments, useDocumentUsage } from './queries.ts';
import { DOCUMENTS } from './text.ts';
import { useAttach } from './use-attach.ts';

/** The documents of a customer, the newest first, and the place where files are attached. */
export default function DocumentList({
  table: { accountPrefix, prefix, mayAttach, mayDeleteDocuments },
  customerId,
  isAttaching,
}: {
  readonly table: DeskTable;
  readonly customerId: string;
  /** Whether the user has come to attach a file. */
  readonly isAttaching: boolean;
}) {
  const address = { prefix, customerId };
  const { documents, query } = useDocuments(address);
  const rules = useDocumentUsage(accountPrefix).data?.rules;
  const { files, add, dismiss } = useAttach(address, rules?.mostBytes);
  const persons = documents?.flatMap(({ by, updatedBy }) => (updatedBy === undefined ? [by] : [by, updatedBy]));
  const nameOf = useNames(persons ?? []);
  return (
    <div style={STYLE_TOKENS}>
      <SpaceBetween size="m">
        <UnlessViewing>
          {mayAttach && (
            <AttachFiles
              {...{ rules, files }}
              hasFocus={isAttaching}
              onFiles={(chosen) => void add(chosen)}
              onDismiss={dismiss}
            />
          )}
        </UnlessViewing>
        {!documents && !query.error && <Skeleton />}
        {documents?.length === 0 && !query.hasNextPage && (
          <Box textAlign="center" padding={{ vertical: 'l' }}>
            {DOCUMENTS.none}
          </Box>
        )}
        {documents && documents.length > 0 && (
          <ol className="documents" aria-label={DOCUMENTS.list}>
            {documents.map((document) => (
              <DocumentItem
                key={document.documentId}
                {...{ address, document, mayAttach, nameOf }}
                mayDeleteAll={mayDeleteDocuments}
                onVersion={(file, documentId) => void add([file], documentId)}
              />
            ))}
          </ol>
        )}
        {query.error && <ErrorAlert error={query.error} />}
        {query.hasNextPage && (
          <Button formAction="none" loading={query.isFetching} onClick={() => void query.fetchNextPage()}>
            {DOCUMENTS.more}
          </Button>
        )}
      </SpaceBetween>
    </div>
  );
}
