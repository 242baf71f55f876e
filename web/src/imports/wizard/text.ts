import type { components } from '../../shared/api/schema.ts';

type Schemas = components['schemas'];

/** The texts of the import wizard. */
export const WIZARD = {
  title: 'Import a file',
  chooseAccount: 'Choose an account',
  account: 'Account',
  table: 'CRM table',
  tableHelp: 'The customers of the file go into this CRM table.',
  chooseTable: 'Choose a CRM table',
  noTables: 'This account has no published CRM table.',
  start: 'Start import',
  schedule: 'Create schedule',
  scheduled: (name: string) => `Schedule ${name} is created. It is among the schedules of the CRM table.`,
  file: 'File',
  fileHelp:
    'A text file with one customer a line, up to 16 GB. Only its beginning is read before you start the import.',
  place: 'Where the file is',
  local: 'On this computer',
  inbox: (folder: string) => `In ${folder}`,
  inboxHelp: 'The newest files in the inbox of the CRM table, which schedules import too.',
  inboxMore: (count: number) => `${count.toLocaleString('en')} older files are not listed.`,
  browse: 'Choose a file',
  browseAgain: 'Choose another file',
  drop: 'Drop a file here',
  unreadable: 'The file cannot be read. Choose it again.',
  empty: 'The file is empty. Choose another one.',
  needsFile: 'Choose a file.',
  needsTable: 'Choose a CRM table.',
  remove: (name: string) => `Remove ${name}`,
  restored: 'Your choices for this file are back.',
  restart: 'Start with the proposal again',
  definition: 'Saved definition',
  definitionHelp: 'Takes the format, the columns and the rules of an earlier import.',
  noDefinition: 'None: as the file says',
  steps: {
    file: 'Choose a file',
    format: 'How it is read',
    mapping: 'Columns',
    options: 'Rules and time',
    summary: 'Summary',
  },
  reading: 'Reads the beginning of the file',
  previewFailed: 'The file cannot be previewed',
  retry: 'Try again',
  notCsv: 'The file cannot be imported as it is read now',
  asDetected: 'As detected',
  delimiter: 'Between two cells',
  otherDelimiter: 'Another character',
  delimiterRule: 'Enter one character that is not a quote.',
  header: 'First line',
  headerYes: 'It names the columns',
  headerNo: 'It is a customer',
  skipLines: 'Lines to skip above it',
  skipLinesRule: 'Enter a number from 0 to 1,000, or leave the field empty.',
  encoding: 'Encoding',
  compression: 'Packed',
  firstRows: 'First rows',
  skipped: 'Not imported, above the first row',
  line: 'Line',
  column: (position: number) => `Column ${position}`,
} as const;

export const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'space',
};

export const ENCODINGS: Readonly<Record<Schemas['Encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252 (western European)',
};

export const COMPRESSIONS: Readonly<Record<Schemas['Compression'], string>> = {
  none: 'Not packed',
  gzip: 'Packed with gzip',
};

export const LINE_ENDS: Readonly<Record<Schemas['LineEnd'], string>> = {
  lf: 'line feeds',
  crlf: 'carriage return and line feed',
  cr: 'carriage returns',
};

export const MAPPING = {
  customerId: 'Customer ID',
  inColumn: 'It stands in a column of the file',
  generated: 'Switchboard makes one for each record',
  generatedHelp: 'The file has no IDs. Each record becomes a new customer, also if the file is imported again.',
  matched: (column: string) =>
    `Customers are matched by the Customer ID in the column "${column}": a record with the ID of a customer updates it, any other record is a new customer.`,
  notMatched:
    'No column feeds the Customer ID. Choose the column that identifies each customer, or let Switchboard make IDs.',
  generatedMatch: 'No record is matched with a customer: each one becomes a new customer with an ID of its own.',
  title: 'Columns of the file',
  counts: (unmatched: number, all: number) =>
    unmatched === 0
      ? `${all === 1 ? 'The only column is' : `All ${all.toLocaleString('en')} columns are`} imported.`
      : `${unmatched.toLocaleString('en')} of ${all.toLocaleString('en')} columns ${unmatched === 1 ? 'is' : 'are'} not imported.`,
  unmatchedFirst: 'Columns without a proposal first',
  column: 'Column',
  samples: 'First values',
  field: 'Field',
  why: 'Why',
  ignored: 'Not imported',
  help: 'Arrow keys go through the columns. Alt+↑ and Alt+↓ exchange the field with the column above or below. Enter goes to the choice of the field. Delete leaves the column out.',
  detailsOf: (column: string) => `Column "${column}"`,
  noSamples: 'All cells that were read are blank.',
  fedBy: (column: string) => `now fed by "${column}"`,
  up: 'Exchange with the column above',
  down: 'Exchange with the column below',
  reset: 'Use the proposal again',
  yearFirst: 'Neither: the dates begin with the year',
  default: 'Value for blank cells',
  defaultHelp: 'Optional. Without it a blank cell clears the field, or keeps its value, as the rules say.',
  values: 'Cells that are replaced',
  valuesHelp: 'A cell that is exactly this text is imported as another value.',
  unknown: (count: number) =>
    `${count === 1 ? 'One value is' : `${count.toLocaleString('en')} values are`} no choice of the field. Records with ${count === 1 ? 'it' : 'one'} fail unless you choose what to import instead.`,
  cell: 'Cell',
  replacement: (cell: string) => `Import "${cell}" as`,
  clear: 'Nothing: clear the field',
  asItIs: 'As it is: the record fails',
  newCell: 'Cell to replace',
  add: 'Replace another cell',
  removeValue: (cell: string) => `Do not replace "${cell}"`,
  unfed: 'Fields that no column feeds',
  allFed: 'Every field is fed.',
  required: 'required',
  feed: (field: string, column: string) => `Use here: ${field} from "${column}"`,
  feedShort: 'Use here',
  byYou: 'Chosen by you',
  checking: 'Checks the mapping',
  rejected: 'The import would be rejected',
} as const;

export const REASONS: Readonly<Record<Schemas['PreviewColumn']['reason'], string>> = {
  mapping: 'Named by the saved definition',
  label: 'Its header is the label of the field',
  code: 'Its header is the code of the field',
  header: 'Its header is a usual name of the field',
  content: 'Its cells look like the field',
  position: 'It stands where the field stands in the table',
  none: 'Nothing speaks for a field',
};

export const SUMMARY = {
  file: 'File',
  into: 'CRM table',
  format: 'How it is read',
  definition: 'Saved definition',
  ids: 'Customer ID',
  columns: 'Columns',
  imported: (count: number, all: number) =>
    `${count.toLocaleString('en')} of ${all.toLocaleString('en')} columns ${count === 1 ? 'is' : 'are'} imported`,
  leftOut: 'Columns left out',
  unfed: 'Fields without values',
  none: 'None',
  more: (count: number) => `and ${count.toLocaleString('en')} more`,
  dateForms: { 'day-first': 'dates as day, month, year', 'month-first': 'dates as month, day, year' },
  refined: (values: number, fallback: string | undefined, dates: string | undefined) =>
    [
      ...(dates === undefined ? [] : [dates]),
      ...(values > 0 ? [`${values} ${values === 1 ? 'cell is' : 'cells are'} replaced`] : []),
      ...(fallback === undefined ? [] : [`blank cells become "${fallback}"`]),
    ].join(', '),
  rules: 'Rules',
  when: 'Time',
  now: 'As soon as the file has arrived',
  nowHere: 'Now',
  files: 'Files',
  saved: 'Saved for the next import',
  expectation: 'What is expected',
  expected: (inserts: string, updates: string, failed: string) =>
    `About ${inserts} new, ${updates} changed, ${failed} will fail.`,
  nothingImported: 'No record would be imported',
  nothingImportedHelp:
    'Every record that was looked at would fail. Go back, and check the columns and the form of dates, before you start.',
  estimating: 'Compares the beginning of the file with the CRM table',
  records: 'Records',
  unchanged: 'Unchanged',
  time: 'Time',
  cost: 'Cost on AWS',
  fromSample: 'Estimated from the beginning of the file. The import itself reads every record.',
  overLimit: (limit: string) =>
    `The account lets an import of more than ${limit} wait for a confirmation. Confirm it on its page.`,
  warnings: 'Warnings',
  noWarnings: 'Nothing in the beginning of the file is doubtful.',
  examples: 'For example',
  notStarted: 'The import is not started',
  behind: 'Wait until the mapping is checked.',
} as const;

export const RULES_TEXT = {
  title: 'Rules',
  mode: 'Records and customers',
  modes: {
    upsert: 'Update customers, and create new ones',
    'insert-only': 'Only create new customers; ignore records of customers',
    'update-only': 'Only update customers; records of others fail',
  },
  duplicates: 'A Customer ID that occurs twice in the file',
  duplicateRules: {
    reject: 'The first record counts; later ones fail',
    first: 'The first record counts; later ones are ignored',
    last: 'The last record counts; earlier ones are ignored',
  },
  blank: 'A blank cell',
  blanks: { clear: 'Clears the field', keep: 'Keeps what is stored' },
  conflicts: 'A user changes a customer while the import runs',
  conflictRules: {
    'import-wins': 'The import writes its fields, and a warning names the record',
    'agent-wins': 'The values of the user stay, and the record fails',
  },
  dryRun: 'Trial: make every count and file, but change no customer',
  unwrapFormulas: 'Take the text out of spreadsheet formulas such as ="00123"',
  consistentRead: 'Compare with the newest state, right after another import (costs twice as much)',
  strict: 'Reject what is no telephone number or e-mail address',
  strictHelp: 'Without this such a value is stored as it is, with a warning, and search does not find it.',
} as const;

export const LATER = {
  title: 'Time',
  now: 'Now',
  nowHelp: 'The import starts as soon as the file has arrived.',
  later: 'Later, once or repeatedly',
  laterHelp: 'Nothing is imported now. A schedule imports files from the inbox of the CRM table.',
  name: 'Name of the schedule',
  nameRule: 'Enter a name for the schedule.',
  whenRule: 'Enter when the schedule runs.',
  definitionRule: 'Enter a name for the definition: the schedule imports by it.',
  source: 'Which files',
  place: 'Put the files here',
  placeOfFile: 'Put the file here',
  placeHelp: 'The address in the data bucket.',
  copy: 'Copy the address',
  copied: 'The address is copied',
  notCopied: 'The address cannot be copied',
} as const;

export const SAVING = {
  title: 'For the next import',
  save: 'Save the format, the columns and the rules as a definition',
  needed: 'The schedule needs a definition with the format, the columns and the rules.',
  name: 'Name of the definition',
  nameRule: 'Enter a name for the definition.',
  isDefault: 'Use it for every file of this CRM table that names no other definition',
} as const;
