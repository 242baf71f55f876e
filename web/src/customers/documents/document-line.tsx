import './documents.css';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRun } from '../../shared/form/use-run.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import type { CustomerAddress } from '../history/queries.ts';
import type { DocumentHead } from './document-model.ts';
import { ScanMark } from './scan-mark.tsx';
import { DOCUMENTS } from './text.ts';
import { useOpenDocument } from './use-open-document.tsx';

/** The name of a document, which opens it by Enter, by a click and by a double-click on its line. */
export function DocumentLine({
  address,
  document,
}: {
  readonly address: CustomerAddress;
  readonly document: DocumentHead;
}) {
  const { open, dialog } = useOpenDocument(address, document);
  const { isRunning, failure, run } = useRun();
  const { name, scan } = document;
  return (
    <>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <Button
          formAction="none"
          variant="inline-link"
          iconName="file"
          disabled={scan === 'infected'}
          loading={isRunning}
          ariaLabel={DOCUMENTS.open(name)}
          nativeButtonAttributes={{ 'data-opens': '' }}
          onClick={() => run(open)}
        >
          {name}
        </Button>
        <ScanMark scan={scan} />
      </SpaceBetween>
      {failure !== undefined && <ErrorAlert error={failure} header={DOCUMENTS.failed} />}
      {dialog}
    </>
  );
}
