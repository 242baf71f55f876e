import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { shownCount, shownSize } from '../../shared/amounts.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { Page } from '../../shared/shell/page.tsx';
import type { Import } from '../model.ts';
import { useImport } from '../queries.ts';
import { Editor } from './editor.tsx';
import { failureFiles, isTooMuch, MOST_RECORDS } from './load-model.ts';
import { useFailedRecords } from './queries.ts';
import { CORRECT } from './text.ts';

/** The failed records of an import in a grid, to correct them and import them again. */
export default function CorrectPage({ params: { importId } }: { readonly params: { readonly importId: string } }) {
  const view = useImport(importId);
  return (
    <Page
      title={CORRECT.title}
      description={CORRECT.description}
      above={[
        { text: CORRECT.imports, href: '/imports' },
        { text: view.fileName, href: `/imports/${importId}` },
      ]}
    >
      <Content view={view} />
    </Page>
  );
}

function Content({ view }: { readonly view: Import }) {
  const { status, counts, files } = view;
  if (status !== 'completed-with-failures' || counts === undefined) {
    return <Alert header={CORRECT.nothing}>{CORRECT.nothingText}</Alert>;
  }
  return isTooMuch(counts.failed, files) ? <TooMany view={view} failed={counts.failed} /> : <Records view={view} />;
}

function Records({ view }: { readonly view: Import }) {
  const { data, error } = useFailedRecords(view);
  if (error) return <ErrorAlert error={error} header={CORRECT.notRead} />;
  if (data) return <Editor view={view} opened={data} />;
  return (
    <Box>
      <Spinner /> {CORRECT.loading}
    </Box>
  );
}

function TooMany({ view: { files }, failed }: { readonly view: Import; readonly failed: number }) {
  return (
    <Alert type="warning" header={CORRECT.tooMany(shownCount(failed), shownCount(MOST_RECORDS))}>
      <SpaceBetween size="xs">
        {CORRECT.tooManyText}
        {failureFiles(files).map(({ name, url, bytes }) => (
          <div key={name}>
            <Link href={url}>{name}</Link> ({shownSize(bytes)})
          </div>
        ))}
      </SpaceBetween>
    </Alert>
  );
}
