import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { shownSize } from '../../shared/amounts.ts';
import type { Import } from '../model.ts';
import { contentOf } from './files-model.ts';
import { Log } from './log.tsx';
import { FILE_CONTENTS, PAGE } from './text.ts';

type ImportFile = Import['files'][number];

const COLUMNS = [
  {
    id: 'name',
    header: PAGE.file,
    cell: ({ name, url }: ImportFile) => <Link href={url}>{name}</Link>,
    isRowHeader: true,
  },
  { id: 'content', header: PAGE.content, cell: ({ name }: ImportFile) => contentOf(name, FILE_CONTENTS) ?? '–' },
  { id: 'size', header: PAGE.size, cell: ({ bytes }: ImportFile) => shownSize(bytes) },
];

/** Every file that an import has left, to download, and its log. */
export function Files({ view: { importId, files } }: { readonly view: Import }) {
  const cautions = new Set(files.flatMap(({ caution }) => (caution === undefined ? [] : [caution])));
  const log = files.find(({ name }) => name.endsWith('.log.txt'));
  return (
    <SpaceBetween size="l">
      {[...cautions].map((caution) => (
        <Alert key={caution} type="warning">
          {caution}
        </Alert>
      ))}
      <Table
        header={
          <Header variant="h2" description={PAGE.filesHelp}>
            {PAGE.filesTitle}
          </Header>
        }
        ariaLabels={{ tableLabel: PAGE.filesTitle }}
        items={files}
        trackBy="key"
        columnDefinitions={COLUMNS}
        wrapLines
        empty={<Box textAlign="center">{PAGE.noFiles}</Box>}
      />
      {log && <Log importId={importId} name={log.name} bytes={log.bytes} />}
    </SpaceBetween>
  );
}
