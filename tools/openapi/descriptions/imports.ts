import type { SchemaDescriptions } from './schema-descriptions.ts';

const expiresAt = 'From then on the address answers 403. Read the import again for a new one.';
const partNumber = 'Counted from 1.';
const partCount = 'The number of parts.';
const request = { url: 'Needs no token.', expiresAt: 'From then on the address answers 403; request a new one.' };

const record = {
  prefix: 'The CRM table into which the file is imported; empty if the key of the file names none.',
  accountPrefix: 'The account that owns the CRM table; absent if there is no such CRM table.',
  requested:
    'The options of the request or the schedule that created the import; absent for a file that was put into the bucket.',
  requestedBy: 'The user who made the import by the API.',
  schedule: 'The run of a schedule that made the import.',
  source: 'The file.',
  status: 'What the import is doing, or how it ended.',
  attempt: 'Counted from 1; each resumption adds one.',
  cancelRequestedAt:
    'When a user cancelled the import while it ran. The status becomes `cancelled` once its workers have stopped.',
  estimate: 'What the import was expected to take, before it started.',
  confirmedDollars: 'The cost in US dollars up to which a user has confirmed the import.',
  metered: 'What the ended attempts of the import took, retries included.',
  rejection: 'Why the import was rejected or failed.',
  counts: 'The number of records by what became of them; set when the import has ended.',
};

const consumption = {
  writeUnits: 'Write units of DynamoDB, those of index entries included.',
  readUnits: 'Read units of DynamoDB.',
  transitions: 'State transitions of Step Functions.',
  lambdaGbSeconds: 'Seconds of Lambda times the configured memory in GB.',
  s3Requests: 'Requests to S3.',
  minutes: 'From start to end.',
  dollars: 'US dollars, at the on-demand prices of us-east-1.',
};

export const IMPORTS: SchemaDescriptions = {
  Import: { text: 'One run of one file into one CRM table.', properties: record },
  AnnouncedImport: { text: 'An import, with how to send its file.', properties: record },
  ImportSummary: { text: 'An import in a list.', properties: record },
  NewImport: {
    text: 'A file to import.',
    properties: {
      fileName: 'The name of the file without a folder.',
      mapping: 'Replaces the mapping of the definition.',
    },
  },
  ImportColumns: {
    text: 'How an import read the columns of its file. A client that corrects failed records checks their cells by it.',
    properties: { delimiter: 'The character between two cells.' },
  },
  ImportColumn: { text: 'A column of the file of an import, and the field that it fed.' },
  NewInboxImport: {
    text: 'A file of the inbox to import.',
    properties: { mapping: 'Replaces the mapping of the definition.' },
  },
  Inbox: {
    text: 'The files that schedules of a CRM table import.',
    properties: { folder: 'The keys of its files begin with this.', items: 'The newest first.' },
  },
  InboxFile: {
    text: 'The current version of a file in the inbox.',
    properties: { name: 'The last part of the key.', modifiedAt: 'When this version arrived.' },
  },
  RequestedImport: {
    text: 'The options that a request or a schedule gives for an import.',
    properties: { definition: 'Id or name of an import definition.', options: 'The options that were given.' },
  },
  ScheduledRun: {
    text: 'The run of a schedule that made an import.',
    properties: { scheduledAt: 'The time for which the run was scheduled.' },
  },
  SourceFile: {
    text: 'The version of an object in the bucket that an import reads.',
    properties: { versionId: 'Empty until the file has arrived.' },
  },
  CostEstimate: {
    text: 'What an import is expected to take, computed from a sample of the file and of the CRM table.',
    properties: {
      rows: 'Records in the file.',
      inserts: 'New customers.',
      updates: 'Customers that change.',
      unchanged: 'Customers that stay as they are.',
      itemBytes: 'The mean size of a customer after the import in bytes.',
      ...consumption,
    },
  },
  MeteredCost: { text: 'What an import took, retries included.', properties: consumption },
  Rejection: {
    text: 'Why an import was rejected or failed.',
    properties: { code: 'For a program; never changes.', reason: 'For a person.' },
  },
  Counts: {
    text: 'The records of an import by what became of them. `updated`, `inserted`, `ignored` and `failed` add up to `total`, with `unprocessed` if it is there.',
    properties: {
      ignored: 'Records that would change nothing, and records that the mode of the import leaves out.',
      failed: 'Records in the failure files.',
      unprocessed: 'Records that a cancelled import did not reach.',
    },
  },
  IgnoredColumn: {
    text: 'A column of a file that feeds no field.',
    properties: { position: 'Counted from 1.', name: 'The cell of the header row, at most 100 characters of it.' },
  },
  ImportStatus: {
    text: '`awaiting-upload`: the file has not arrived. `received`: it has arrived and is not read yet. `awaiting-confirmation`: the estimated cost exceeds the limit of the account. `queued`: it waits for other imports into its CRM table. `running`. `completed`. `completed-with-failures`: some records failed. `rejected`: nothing of the file was imported. `failed`: it broke off and can be resumed. `cancelled`. `missed`: a schedule found no file.',
  },
  StageProgress: {
    text: 'The progress of one stage of a running import.',
    properties: {
      stage:
        'The stages of an import, in their order: `decode`, `scan`, `run`, `merge`, then `bulk-copy`, or `differentiate`, `insert` and `update`, then `assemble`.',
      chunks: 'The number of pieces into which the work of the stage is divided.',
      recordsDone: 'An estimate while chunks run.',
      secondsLeft: 'At the current rate.',
    },
  },
  Wait: {
    text: 'Why a queued import does not run yet, and its place in the queue.',
    properties: { until: 'Until when workers of the other import may still write.' },
  },
  FileFormat: { text: 'How a file is read.', properties: { delimiter: 'The character between two cells.' } },
  LineEnd: { text: 'The characters that end a line: `lf`, `crlf` or `cr`, carriage returns alone.' },
  AppliedImportOptions: {
    text: 'The options of an import after defaults and the options of its definition are merged in.',
    properties: { consistentRead: 'Whether customers are compared by a consistent read.' },
  },
  AppliedDefinition: {
    text: 'The import definition that an import uses.',
    properties: {
      version: 'The version that was current when the import started.',
      warnings: 'Changes to the CRM table since the definition was saved, for a person.',
    },
  },
  ImportFile: {
    text: 'A file that an import has left in the bucket.',
    properties: { name: 'The last part of the key.', expiresAt },
  },
  Upload: { text: 'How to send the file of an import: whole, or in parts when it is over 64 MiB.' },
  SingleUpload: { text: 'The request by which the whole file is sent.', properties: request },
  MultipartUpload: {
    text: 'The sizes of the parts in which a large file is sent; `POST /imports/{importId}/parts` returns their addresses.',
    properties: { partCount },
  },
  Parts: {
    text: 'The parts of a file, and which of them have arrived.',
    properties: { partCount, items: 'The parts that have arrived, in the order of their numbers.' },
  },
  ArrivedPart: { text: 'A part of a file that has arrived.', properties: { partNumber } },
  PartNumbers: {
    text: 'The parts for which addresses are requested.',
    properties: { partNumbers: 'At most 100, counted from 1.' },
  },
  SignedParts: { text: 'An address for each part that was requested.' },
  SignedPart: { text: 'The request by which one part of a file is sent.', properties: { ...request, partNumber } },
  SentParts: { text: 'All parts of a file, in any order.' },
  SentPart: { text: 'A part that was sent.', properties: { partNumber } },
  Resumption: { text: 'How to resume an import. Needed only if a newer import has superseded it.' },
};
