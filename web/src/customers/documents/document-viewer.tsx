import './documents.css';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shownSize } from '../../shared/amounts.ts';
import { useRun } from '../../shared/form/use-run.ts';
import { shownDate } from '../../shared/shell/date.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { STYLE_TOKENS } from '../../shared/style/style-tokens.ts';
import type { CustomerAddress } from '../history/queries.ts';
import { type DocumentHead, isShown } from './document-model.ts';
import { useDocument, useFileAddress } from './queries.ts';
import { save } from './save.ts';
import { ScanMark } from './scan-mark.tsx';
import { DOCUMENTS } from './text.ts';

/** A document and its versions, the newest one first. */
export default function DocumentViewer({
  address,
  document: { documentId, name },
  onLeave,
}: {
  readonly address: CustomerAddress;
  readonly document: DocumentHead;
  readonly onLeave: () => void;
}) {
  const { data, error } = useDocument(address, documentId);
  const [chosen, setChosen] = useState<number>();
  const { failure, run } = useRun();
  const addressOf = useFileAddress(address);
  const versions = data?.versions ?? [];
  const version = versions.find((each) => each.version === chosen) ?? versions[0];
  const options = versions.map((each) => ({
    value: String(each.version),
    label: DOCUMENTS.version(each.version, shownDate(each.at), shownSize(each.bytes)),
  }));
  const download = async (number: number) => save((await addressOf(documentId, number, 'download')).url);
  return (
    <Modal visible size="max" header={version?.name ?? name} closeAriaLabel={DOCUMENTS.close} onDismiss={onLeave}>
      <div style={STYLE_TOKENS}>
        <SpaceBetween size="s">
          {error && <ErrorAlert error={error} header={DOCUMENTS.failed} />}
          {failure !== undefined && <ErrorAlert error={failure} header={DOCUMENTS.failed} />}
          {version && (
            <SpaceBetween direction="horizontal" size="s" alignItems="center">
              {options.length > 1 && (
                <Select
                  ariaLabel={DOCUMENTS.versions}
                  options={options}
                  selectedOption={options.find(({ value }) => value === String(version.version)) ?? null}
                  onChange={({ detail }) => setChosen(Number(detail.selectedOption.value))}
                />
              )}
              <Button disabled={version.scan === 'infected'} onClick={() => run(() => download(version.version))}>
                {DOCUMENTS.download}
              </Button>
              <ScanMark scan={version.scan} />
            </SpaceBetween>
          )}
          {version ? <Content key={version.version} {...{ address, documentId, version }} /> : !error && <Skeleton />}
        </SpaceBetween>
      </div>
    </Modal>
  );
}

/**
 * The origin of the bucket is another one, so what is shown reaches neither the console nor its session. The attribute
 * `sandbox` is not set: with it browsers do not start their PDF viewer (docs/adr/0048).
 */
function Content({
  address,
  documentId,
  version,
}: {
  readonly address: CustomerAddress;
  readonly documentId: string;
  readonly version: {
    readonly version: number;
    readonly name: string;
    readonly mediaType: string;
    readonly scan: string;
  };
}) {
  const addressOf = useFileAddress(address);
  const isOpened = isShown(version) && version.scan !== 'infected';
  const { data, error } = useQuery({
    queryKey: ['document-address', address.prefix, address.customerId, documentId, version.version],
    enabled: isOpened,
    // An address is good for some minutes, and a frame that got a new one would begin again.
    ...{ gcTime: 0, staleTime: Number.POSITIVE_INFINITY },
    queryFn: ({ signal }) => addressOf(documentId, version.version, 'show', signal),
  });
  if (!isOpened) return version.scan === 'infected' ? null : <Box>{DOCUMENTS.onlyDownloaded}</Box>;
  if (error) return <ErrorAlert error={error} header={DOCUMENTS.failed} />;
  if (!data) return <Skeleton />;
  if (!data.isInline) return <Box>{DOCUMENTS.onlyDownloaded}</Box>;
  return data.mediaType.startsWith('image/') ? (
    <img className="document-image" src={data.url} alt={version.name} referrerPolicy="no-referrer" />
  ) : (
    <iframe className="document-frame" src={data.url} title={version.name} referrerPolicy="no-referrer" allow="" />
  );
}
