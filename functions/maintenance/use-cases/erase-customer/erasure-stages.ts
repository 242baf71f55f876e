import type { Clock } from '../../../shared/domain/clock.ts';
import type { Removal } from '../../../shared/domain/removal.ts';
import type { Job, Person } from '../../domain/job.ts';
import type {
  CustomerErasure,
  IndexRewrite,
  JobRepository,
  MaintainedTable,
  MaintainedTables,
  PersonDocuments,
  PersonFile,
  PersonFiles,
} from '../../ports.ts';
import { requestsEnded } from '../requests-ended.ts';
import { removalStage, type Stage, type Step } from '../stages.ts';
import type { Work } from '../work-on-job.ts';

export interface ErasurePorts {
  readonly tables: MaintainedTables;
  readonly customer: CustomerErasure;
  readonly documents: PersonDocuments;
  readonly files: PersonFiles;
  readonly index: IndexRewrite;
  /** Working files of imports: they are made again from the file of an import that is resumed. */
  readonly workingFiles: Removal;
  /** Files of exports: an export can be made again. */
  readonly exportFiles: Removal;
  readonly jobs: Pick<JobRepository, 'reopenQueue'>;
  readonly clock: Clock;
}

const REMAINS: readonly string[] = [
  'The Customer ID, without any value, stays for 30 days as a mark of the deletion: no import that began before brings the customer back.',
  'Backups of the database (point-in-time recovery) have the data for 35 days more.',
  'Entries of the audit stay as long as the audit is kept. They hold no value of the record, but names that people gave, for instance to the file of an export.',
  'Conditions and names of saved filters, and file names of exports, were not searched: change or delete those that name the person.',
  'Files that were downloaded before, and files outside of the bucket, are not known to Switchboard.',
];

const LAST_PAGE = 1;

const done = async (): Promise<Step> => ({ next: 'done' });

const record = ({ customer, clock }: ErasurePorts, table: MaintainedTable, { customerId }: Person): Stage => ({
  name: 'customer',
  prefix: table.prefix,
  async step(_, position) {
    if (position === LAST_PAGE) return { next: 'done' };
    const customers = (await customer.isThere(table, customerId)) ? 1 : 0;
    return { next: 'remove', counts: { customers }, range: 'customer', position: LAST_PAGE };
  },
  remove: () => customer.replace(table, customerId, clock.now().toISOString()),
});

const documentsGone = ({ documents }: ErasurePorts, table: MaintainedTable, { customerId }: Person): Stage => ({
  name: 'documents',
  prefix: table.prefix,
  async step() {
    const count = await documents.count(table, customerId);
    if (count === 0) return { next: 'done' };
    return { next: 'remove', counts: { documents: count }, range: 'documents', position: 0 };
  },
  remove: () => documents.remove(table, customerId),
});

const countsOf = (found: readonly PersonFile[]) => {
  const rewritten = found.filter(({ act }) => act === 'rewrite').length;
  const deleted = found.length - rewritten;
  return { ...(rewritten > 0 && { 'files-rewritten': rewritten }), ...(deleted > 0 && { 'files-deleted': deleted }) };
};

/** Goes through all versions of a folder's files. A page is searched, then cleared; its range names what was found. */
function searchedFolder({ files }: ErasurePorts, prefix: string, folder: string, person: Person): Stage {
  const sought = [person.customerId, ...person.values];
  return {
    name: 'files',
    prefix,
    async step(_, position, after) {
      if (position === LAST_PAGE) return { next: 'done' };
      const { found, next } = await files.search(folder, sought, after);
      const range = JSON.stringify(found);
      if (next === undefined) return { next: 'remove', counts: countsOf(found), range, position: LAST_PAGE };
      return { next: 'remove', counts: countsOf(found), range, position: 0, after: next };
    },
    async remove(_, range) {
      for (const file of JSON.parse(range) as PersonFile[]) await files.clear(file, sought);
    },
  };
}

const queueOpened = ({ jobs }: ErasurePorts, prefix: string): Stage => ({
  name: 'imports',
  prefix,
  async step() {
    await jobs.reopenQueue(prefix);
    return { next: 'done' };
  },
});

const indexOrdered = ({ index }: ErasurePorts, table: MaintainedTable): Stage => ({
  name: 'search-index',
  prefix: table.prefix,
  async step({ createdAt }) {
    await index.order(table, createdAt);
    return { next: 'done' };
  },
});

const indexWritten = ({ index }: ErasurePorts, table: MaintainedTable): Stage => ({
  name: 'search-index',
  prefix: table.prefix,
  async step({ createdAt }) {
    if (await index.isNewerThan(table, createdAt)) return { next: 'done' };
    return { next: 'later', why: 'The search index is written again without the customer. This takes some minutes.' };
  },
});

const customerOpened = ({ customer }: ErasurePorts, table: MaintainedTable, { customerId }: Person): Stage => ({
  name: 'customer',
  prefix: table.prefix,
  async step() {
    await customer.open(table, customerId);
    return { next: 'done' };
  },
});

/**
 * The stages of an erasure. The customer goes first: from then on every edit and every import that began before fails at
 * the tombstone, and no customer is created with the Customer ID until the end, so that its history is not removed with that
 * of the person. No import begins until the files are cleared.
 */
export async function erasureWork(ports: ErasurePorts, job: Job, person: Person | undefined): Promise<Work> {
  const [prefix = ''] = job.prefixes;
  const table = await ports.tables.find(prefix);
  if (!table || !person) return { stages: [{ name: 'customer', prefix, step: done }], remains: REMAINS };
  const { history, entries } = ports.customer.removals(person.customerId);
  const folders = [`imports/${prefix}/`, `uploads/${prefix}/`, `inbox/${prefix}/`];
  const stages = [
    record(ports, table, person),
    requestsEnded(ports.clock, prefix),
    removalStage(history, table),
    documentsGone(ports, table, person),
    ...folders.map((folder) => searchedFolder(ports, prefix, folder, person)),
    removalStage(ports.workingFiles, table),
    removalStage(ports.exportFiles, table),
    indexOrdered(ports, table),
    queueOpened(ports, prefix),
    indexWritten(ports, table),
    removalStage(entries, table),
    customerOpened(ports, table, person),
  ];
  return { stages, remains: REMAINS };
}
