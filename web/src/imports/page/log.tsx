import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Skeleton from '@cloudscape-design/components/skeleton';
import Textarea from '@cloudscape-design/components/textarea';
import { shownSize } from '../../shared/amounts.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { LOG_BYTES, useFileBeginning } from './queries.ts';
import { PAGE } from './text.ts';

const LINES = 20;

/** The beginning of the log of an import. */
export function Log({
  importId,
  name,
  bytes,
}: {
  readonly importId: string;
  readonly name: string;
  readonly bytes: number;
}) {
  const { data, error } = useFileBeginning(importId, name, bytes);
  const description = bytes > LOG_BYTES ? PAGE.logCut(shownSize(LOG_BYTES)) : undefined;
  return (
    <Container
      header={
        <Header variant="h2" description={description}>
          {PAGE.logTitle}
        </Header>
      }
    >
      {error && <ErrorAlert error={error} />}
      {data === undefined && !error && <Skeleton width="100%" height="6rem" />}
      {data !== undefined && <Textarea ariaLabel={PAGE.logTitle} value={data} rows={LINES} readOnly />}
    </Container>
  );
}
