import type { ImportStatus } from './model.ts';

/** The texts of the pages of imports. */
export const IMPORTS = {
  title: 'Imports',
  description: 'Files of customers on their way into CRM tables, the newest first.',
  empty: 'No file has been imported yet. Import a file of customers to fill a CRM table.',
  file: 'File',
  crmTable: 'CRM table',
  status: 'Status',
  everyStatus: 'Every status',
  tablePrefix: 'CRM table (prefix)',
  everyTable: 'Every CRM table',
  day: 'Day',
  chooseDay: 'Choose a day',
  user: 'Requested by',
  everybody: 'Everybody',
  mine: 'Me',
  records: 'Records',
  created: 'Begun',
  ended: 'Ended',
  into: 'into',
  failed: 'Failed',
  dryRun: 'Dry run',
  everyRecordFailed: 'Completed, every record failed',
  tablePrefixRule: 'A prefix has 1 to 6 letters and digits.',
  requestedBy: 'Requested by',
  start: 'Import a file',
  counts: { updated: 'Updated', inserted: 'Inserted', ignored: 'Ignored', failed: 'Failed', total: 'Total' },
} as const;

export const STATUS_TEXTS: Readonly<Record<ImportStatus, string>> = {
  'awaiting-upload': 'Waits for the file',
  received: 'Inspects the file',
  'awaiting-confirmation': 'Waits for a confirmation',
  queued: 'Waits for its turn',
  running: 'Runs',
  completed: 'Completed',
  'completed-with-failures': 'Completed, some records failed',
  rejected: 'Rejected',
  failed: 'Failed',
  cancelled: 'Cancelled',
  missed: 'Missed',
};
