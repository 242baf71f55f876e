import type { BatchStatementRequest, BatchStatementResponse } from '@aws-sdk/client-dynamodb';
import type { BackOff } from '../../shared/dynamodb/back-off.ts';
import { isTransient, withRetries } from '../../shared/dynamodb/with-retries.ts';
import type { WriteReply } from '../ports.ts';
import type { DynamoCalls } from './dynamo-calls.ts';
import { isPermanent, rejection } from './write-errors.ts';

/** The result of one statement; `transient` names an error after which it is retried. */
type StatementReply = WriteReply | { readonly transient: string };

function replyOf(response: BatchStatementResponse | undefined): StatementReply {
  if (!response) throw new Error('A batch was answered with fewer replies than it has statements.');
  const error = response.Error;
  if (!error) return 'written';
  const code = error.Code ?? 'unknown';
  if (code === 'DuplicateItem') return 'condition-failed';
  if (isTransient(code)) return { transient: code };
  if (isPermanent(code)) return rejection(error.Message ?? code);
  // A missing table or permission is no fault of the record.
  throw new Error(`An insert was answered ${code}: ${error.Message}`);
}

/** Whether the call was rejected as a whole because of some of its statements. */
function isRejectedWhole(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const isTooLong = '$metadata' in error && hasStatus(error.$metadata, 413);
  return isPermanent(error.name) || isTooLong;
}

function hasStatus(metadata: unknown, status: number): boolean {
  return (
    typeof metadata === 'object' &&
    metadata !== null &&
    'httpStatusCode' in metadata &&
    metadata.httpStatusCode === status
  );
}

async function execute(
  calls: DynamoCalls,
  backOff: BackOff,
  statements: readonly BatchStatementRequest[],
): Promise<readonly StatementReply[]> {
  try {
    const output = await withRetries(backOff, statements.length, () =>
      calls.batchExecuteStatement({ Statements: [...statements] }),
    );
    return statements.map((_, index) => replyOf(output.Responses?.[index]));
  } catch (error) {
    if (!isRejectedWhole(error)) throw error;
    if (statements.length === 1) return [rejection(error.message)];
    return executeOneByOne(calls, backOff, statements);
  }
}

/** Sends each statement alone, so that a faulty record does not fail the others of its batch. */
async function executeOneByOne(
  calls: DynamoCalls,
  backOff: BackOff,
  statements: readonly BatchStatementRequest[],
): Promise<readonly StatementReply[]> {
  const replies: StatementReply[] = [];
  for (const statement of statements) replies.push(...(await execute(calls, backOff, [statement])));
  return replies;
}

/**
 * Runs at most 25 INSERT statements, with distinct keys, in one call. Each statement has its own reply within an HTTP
 * 200, which the SDK does not retry: statements with a transient error are sent again without the others.
 */
export async function insertBatch(
  calls: DynamoCalls,
  backOff: BackOff,
  statements: readonly BatchStatementRequest[],
): Promise<readonly WriteReply[]> {
  const final: WriteReply[] = [];
  let open = statements.map((statement, index) => ({ statement, index }));
  for (let attempt = 0; ; attempt += 1) {
    const replies = await execute(
      calls,
      backOff,
      open.map(({ statement }) => statement),
    );
    let code = '';
    const left = open.filter(({ index }, place) => {
      const reply = replies[place];
      if (reply === undefined || (typeof reply === 'object' && 'transient' in reply)) {
        code = reply?.transient ?? code;
        return true;
      }
      final[index] = reply;
      return false;
    });
    if (left.length === 0) return final;
    if (left.length < open.length) attempt = 0;
    await backOff.wait(attempt, left.length, code);
    open = left;
  }
}
