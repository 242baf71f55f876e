import type { RightsReader } from '../shared/domain/caller.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import type { PeoplePorts, SignInWorker } from './ports.ts';

export interface PeopleServices extends PeoplePorts {
  readonly answers: AnswerStore;
  readonly worker: SignInWorker;
  /** Of the caller. */
  readonly rights: RightsReader;
}
