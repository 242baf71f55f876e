import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { shownDate } from '../shared/shell/date.ts';
import { Page } from '../shared/shell/page.tsx';
import { Blockers } from './blockers.tsx';
import { useJob } from './queries.ts';
import { countedText, type Job, kindText, MAINTENANCE, statusText } from './text.ts';

function Removed({ job }: { readonly job: Job }) {
  const title = job.status === 'running' ? MAINTENANCE.progress : MAINTENANCE.removed;
  if (job.removed.length === 0) return <Box>{MAINTENANCE.nothing}</Box>;
  return job.removed.map(({ prefix, counts }) => (
    <Container key={prefix} header={<Header variant="h2">{`${title}: ${prefix}`}</Header>}>
      <KeyValuePairs
        columns={3}
        items={Object.entries(counts).map(([kind, count]) => ({ label: countedText(kind), value: String(count) }))}
      />
    </Container>
  ));
}

function State({ job }: { readonly job: Job }) {
  if (job.status === 'rejected') {
    return (
      <>
        <Alert type="warning" header={MAINTENANCE.rejected}>
          {MAINTENANCE.rejectedHelp}
        </Alert>
        <Blockers accountPrefix={job.accountPrefix} header={MAINTENANCE.blocked} blockers={job.blockers ?? []} />
      </>
    );
  }
  if (job.status === 'completed' || job.stage === undefined) return null;
  return (
    <Alert type="info" header={job.waitsFor === undefined ? undefined : MAINTENANCE.waits}>
      {job.waitsFor ?? MAINTENANCE.working(job.stage)}
    </Alert>
  );
}

/** A maintenance job: how far it is, and its certificate. */
export default function JobPage({
  params,
}: {
  readonly params: { readonly accountPrefix: string; readonly jobId: string };
}) {
  const { accountPrefix, jobId } = params;
  const job = useJob(accountPrefix, jobId);
  const crumbs = useAccountCrumbs(accountPrefix);
  const home = `/accounts/${accountPrefix}/maintenance`;
  return (
    <Page
      title={MAINTENANCE.certificateOf(kindText(job.kind), job.prefixes.join(', '))}
      above={[...crumbs, { text: MAINTENANCE.title, href: home }]}
      actions={job.endedAt !== undefined && <Button onClick={() => window.print()}>{MAINTENANCE.print}</Button>}
    >
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{MAINTENANCE.certificate}</Header>}>
          <KeyValuePairs
            columns={3}
            items={[
              { label: MAINTENANCE.status, value: statusText(job.status) },
              { label: MAINTENANCE.ordered, value: shownDate(job.createdAt) },
              { label: MAINTENANCE.orderedBy, value: job.createdBy },
              { label: MAINTENANCE.ended, value: job.endedAt === undefined ? '–' : shownDate(job.endedAt) },
              ...(job.subject === undefined ? [] : [{ label: MAINTENANCE.subject, value: job.subject }]),
            ]}
          />
        </Container>
        {job.removed.some(({ counts }) => counts.customers === 0) && job.kind === 'erase-customer' && (
          <Alert type="warning" header={MAINTENANCE.noCustomer}>
            {MAINTENANCE.noCustomerHelp}
          </Alert>
        )}
        <State job={job} />
        {job.status !== 'rejected' && <Removed job={job} />}
        {job.remains && (
          <Container header={<Header variant="h2">{MAINTENANCE.remains}</Header>}>
            <ul>
              {job.remains.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Container>
        )}
      </SpaceBetween>
    </Page>
  );
}
