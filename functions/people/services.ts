import type { AuditLog } from '../shared/domain/audit/rejected-request.ts';
import type { RightsReader } from '../shared/domain/caller.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import type { PeoplePorts, SignInWorker } from './ports.ts';

export interface PeopleServices extends PeoplePorts {
  readonly answers: AnswerStore;
  readonly audit: AuditLog;
  readonly worker: SignInWorker;
  /** Of the caller. */
  readonly rights: RightsReader;
}
