import type { TestResponse } from '../http.ts';
import { contractViolation } from '../openapi.ts';
import { testerOf } from '../rights.ts';
import type { FuzzRequest } from './build-request.ts';
import { mayNotSee, shows, VIEWED } from './markers.ts';
import type { Memory } from './memory.ts';

/** The faults of an answer. */
export function faultsOf(
  { operation, path, headers: sent, role, isAllowed }: FuzzRequest,
  { status, headers, body }: TestResponse,
  memory: Memory,
): string[] {
  const faults: string[] = [];
  if (status >= 500) faults.push(`status ${status}`);
  const violation = contractViolation(operation.key, { status, contentType: headers['content-type'], body });
  if (violation) faults.push(`the document does not describe the answer: ${violation}`);
  if (status < 300 && !isAllowed) faults.push('accepted, although the document forbids the request');
  const viewed = VIEWED.find((each) => testerOf(each) === sent['view-as']);
  for (const marker of [mayNotSee(role), viewed === undefined ? undefined : mayNotSee(viewed)])
    if (marker !== undefined && shows(marker, [body, headers])) faults.push(`shows ${marker}`);
  if (operation.method === 'GET' && role === 'administrator' && viewed === undefined) {
    if (status === 404 && memory.isKnown(path)) faults.push('not found, although an earlier answer has it');
    if (status === 200 && memory.isGone(path)) faults.push('found, although it was deleted');
  }
  return faults;
}
