import type { components } from '../shared/api/schema.ts';

export type Job = components['schemas']['MaintenanceJob'];
export type Blocker = components['schemas']['DeletionBlocker'];

const KINDS: Readonly<Record<Job['kind'], string>> = {
  'delete-tables': 'Deletion of CRM tables',
  'erase-customer': 'Erasure of a customer',
};
const STATUSES: Readonly<Record<Job['status'], string>> = {
  running: 'In progress',
  completed: 'Completed',
  rejected: 'Rejected',
};
const BLOCKERS: Readonly<Record<Blocker['kind'], string>> = {
  campaign: 'Campaign',
  import: 'Import',
  schedule: 'Schedule',
};
/** What certificates count, by the names of the API. */
const COUNTED: Readonly<Record<string, string>> = {
  customers: 'Customers, deleted ones included',
  'history-events': 'Events of histories and notes',
  'note-texts': 'Texts of notes',
  documents: 'Documents',
  'files-rewritten': 'Files of imports, written again without the person',
  'files-deleted': 'Versions of files that named the person, deleted',
  'open-removals': 'Removals that were not complete',
  'search-entries': 'New entries of the search index',
  'search-blocks': 'Blocks of the search index',
  imports: 'Imports',
  definitions: 'Import definitions',
  'definition-items': 'Versions and names of import definitions',
  filters: 'Saved filters',
  'filter-items': 'Names of saved filters',
  schedules: 'Schedules',
  versions: 'Published versions',
  drafts: 'Drafts',
  counters: 'Counters',
  'uploaded-files': 'Uploaded files, all versions',
  'inbox-files': 'Files of the inbox, all versions',
  'result-files': 'Files that imports have left, all versions',
  'work-objects': 'Working files of imports, all versions',
  exports: 'Exports',
  'export-definitions': 'Export definitions',
  'export-definition-items': 'Names of export definitions',
  'export-files': 'Files of exports, all versions',
};

export const kindText = (kind: Job['kind']): string => KINDS[kind];
export const statusText = (status: Job['status']): string => STATUSES[status];
export const blockerText = (kind: Blocker['kind']): string => BLOCKERS[kind];
/** A kind that this release does not know has its name of the API. */
export const countedText = (kind: string): string => COUNTED[kind] ?? kind;

/** The texts of the pages of maintenance. */
export const MAINTENANCE = {
  title: 'Maintenance',
  description: 'What was deleted for good in this account. Each entry that has ended is a certificate.',
  empty: 'Nothing was deleted yet.',
  kind: 'What',
  tables: 'CRM tables',
  status: 'Status',
  ordered: 'Ordered',
  orderedBy: 'Ordered by (user id)',
  subject: 'Subject (SHA-256 of prefix, blank and Customer ID)',
  noCustomer: 'There was no customer with this Customer ID',
  noCustomerHelp: 'Only files were searched for it. If the Customer ID was mistyped, the person is still there.',
  ended: 'Ended',
  deleteTables: 'Delete CRM tables',
  eraseCustomer: 'Erase a customer',
  deleteTitle: 'Delete CRM tables',
  deleteDescription:
    'Deletes CRM tables with their customers, histories, notes, imports, files, definitions and schedules. Nothing brings them back.',
  choose: 'Choose the CRM tables',
  chooseHelp: 'A CRM table that a campaign uses cannot be deleted.',
  chooseAll: 'Choose all CRM tables of this page',
  chooseOne: (prefix: string) => `Choose ${prefix}`,
  contents: 'What would be deleted',
  customers: 'Customers, about',
  imports: 'Imports',
  definitions: 'Import definitions',
  schedules: 'Schedules',
  filters: 'Saved filters',
  exports: 'Exports',
  exportDefinitions: 'Export definitions',
  uncounted: 'Documents, histories and notes go with their customers, and are not counted before.',
  versions: 'Published versions',
  blocked: 'These CRM tables cannot be deleted yet',
  confirm: (prefixes: string) => `To confirm, type ${prefixes}`,
  delete: 'Delete for good',
  cancel: 'Cancel',
  failed: 'The CRM tables were not deleted',
  orderedNotice: (prefixes: string) => `${prefixes}: the deletion has begun.`,
  certificate: 'Certificate',
  certificateOf: (kind: string, prefixes: string) => `${kind}: ${prefixes}`,
  progress: 'What is done so far',
  working: (stage: string) => `Works on: ${stage}`,
  waits: 'Waits',
  removed: 'What was deleted',
  nothing: 'There was nothing to delete.',
  remains: 'What remains by its nature',
  rejected: 'Nothing was deleted',
  rejectedHelp: 'Something has come to use a CRM table in the same moment. The CRM tables are open again.',
  print: 'Print',
} as const;

/** The texts of the page that erases a customer. */
export const ERASURE = {
  title: 'Erase a customer',
  description:
    'For data protection: removes the record, the history, notes, documents, and the person from every file of an import.',
  warning:
    'Nothing brings the customer back. Imports into the CRM table wait until the erasure has ended, and the files of its exports are deleted.',
  table: 'CRM table',
  chooseTable: 'Choose a CRM table',
  tableMissing: 'Choose the CRM table.',
  found: 'This customer would be erased',
  notFound: 'There is no customer with this Customer ID',
  notFoundHelp:
    'Perhaps the Customer ID is mistyped. Nothing is erased, unless you say that only the files are to be searched for it.',
  isAbsent:
    'The person is not a customer any more: search the files for the Customer ID, and delete the files of exports.',
  customerId: 'Customer ID',
  customerIdMissing: 'Type the Customer ID of the person.',
  values: 'Further values of the person',
  valuesHelp:
    'Files of imports are searched for the Customer ID and for these values: telephone numbers, e-mail addresses and names as the files have them. A record that holds one of them is removed from the files.',
  valuesConstraint: 'One in each line, at most 20, each with 4 to 200 characters.',
  wrongLength: (value: string, fewest: number, most: number) =>
    `“${value}” must have ${fewest} to ${most} characters: a shorter value would remove the records of others.`,
  tooMany: (most: number) => `At most ${most} values.`,
  confirm: 'To confirm, type the Customer ID again',
  notConfirmed: 'Type the same Customer ID as above.',
  erase: 'Erase for good',
  orderedNotice: 'The erasure has begun.',
} as const;
