import type { RightsReader } from '../shared/domain/caller.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import type { PeoplePorts } from './ports.ts';

export interface PeopleServices extends PeoplePorts {
  readonly answers: AnswerStore;
  /** Of the caller. */
  readonly rights: RightsReader;
}
