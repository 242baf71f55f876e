import type { Person } from '../auth/people.ts';
import type { Cloud } from '../cloud.ts';
import type { ImportView } from './follow-import.ts';

const STAGE_NAMES: Readonly<Record<string, string>> = {
  received: 'reading the beginning of the file',
  queued: 'waiting for its turn',
  running: 'planning',
  decode: 'decoding the file',
  scan: 'sort: finding the records',
  run: 'sort: sorting the pieces',
  merge: 'sort: merging them',
  'bulk-copy': 'bulk copy',
  differentiate: 'differentiate',
  insert: 'insert',
  update: 'update',
  assemble: 'assembling the output files',
  'index-read': 'search: reading the customers',
  'index-write': 'search: writing the index',
};

const STATUS_NAMES: Readonly<Record<string, string>> = {
  completed: 'done',
  'completed-with-failures': 'completed; some records failed, the log gives the reasons',
};

export function stageLine(stage: string): string {
  return `    ${STAGE_NAMES[stage] ?? stage}`;
}

/** The five counts and the files of an import that has ended. */
export function importLines({ importId, status, rejection, counts, files }: ImportView): string {
  const counted = counts && [
    `    Updated ${counts.updated}   Inserted ${counts.inserted}   Ignored ${counts.ignored}   Failed ${counts.failed}   Total ${counts.total}`,
  ];
  const [first] = files;
  const folder = first && `s3://${first.bucket}/${first.key.slice(0, -first.name.length)}`;
  const width = Math.max(0, ...files.map(({ name }) => name.length));
  return [
    `    ${STATUS_NAMES[status] ?? status}${rejection ? `: ${rejection.reason}` : ''}`,
    '',
    ...(counted ?? []),
    '',
    `  Output files (import ${importId}):`,
    ...(folder === undefined ? [] : [`    ${folder}`]),
    ...files.map(({ name, bytes }) => `      ${name.padEnd(width)}  ${String(bytes).padStart(7)} bytes`),
  ].join('\n');
}

interface Loaded {
  /** The prefix of a CRM table, for the commands. */
  readonly table: string;
  /** Who can sign in besides the first people of the machine. */
  readonly users: ReadonlyArray<Pick<Person, 'name' | 'role'>>;
}

/** The addresses of the services, with commands to paste. */
export function addressLines(
  { endpoints, credentials, region, people }: Cloud,
  bucket: string,
  loaded: Loaded,
): string {
  const upload = `uploads/${loaded.table}/my-file.csv`;
  const everyone = [...people, ...loaded.users];
  const width = Math.max(...everyone.map(({ name }) => name.length));
  const users = everyone.map(({ name, role }) => `    ${name.padEnd(width)}  ${role}`);
  return `
  Console: ${endpoints.console}
  You can sign in, without a password, as
${users.join('\n')}

  From a terminal, in this folder:
    npx switchboard import my-file.csv --table ${loaded.table}
    npx switchboard --help

  S3, for any S3 client: import a file by putting it under uploads/<CRM table>/
    export AWS_ENDPOINT_URL_S3=${endpoints.s3} AWS_REGION=${region}
    export AWS_ACCESS_KEY_ID=${credentials.accessKeyId} AWS_SECRET_ACCESS_KEY=${credentials.secretAccessKey}
    aws s3 cp my-file.csv s3://${bucket}/${upload}
    aws s3 ls --recursive s3://${bucket}/imports/
  or, with curl alone:
    curl --aws-sigv4 aws:amz:${region}:s3 --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\
      -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' -T my-file.csv ${endpoints.s3}/${bucket}/${upload}

  HTTP API: ${endpoints.api}   (every request: ${endpoints.api}/docs)
    TOKEN=$(curl -s -H 'accept: text/plain' -d '{}' ${endpoints.issuer}/token)
    curl -H "authorization: Bearer $TOKEN" '${endpoints.api}/imports?prefix=${loaded.table}'

  With the same access key, for any AWS SDK:
    DynamoDB: ${endpoints.dynamodb}   Step Functions: ${endpoints.stepFunctions}   Scheduler: ${endpoints.scheduler}
`;
}
