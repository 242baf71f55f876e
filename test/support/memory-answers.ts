import type { AnswerStore, Claim, KeyOwner, StoredAnswer } from '../../functions/shared/http/answer-store.ts';

interface Kept {
  readonly fingerprint: string;
  readonly lock: string;
  readonly answer?: StoredAnswer;
}

/** The answers of an API, for tests without a database. */
export class MemoryAnswers implements AnswerStore {
  readonly #kept = new Map<string, Kept>();
  #claims = 0;

  async claim(owner: KeyOwner, fingerprint: string): Promise<Claim> {
    const kept = this.#kept.get(nameOf(owner));
    if (!kept) {
      this.#claims += 1;
      const lock = String(this.#claims);
      this.#kept.set(nameOf(owner), { fingerprint, lock });
      return { status: 'claimed', lock };
    }
    if (kept.fingerprint !== fingerprint) return { status: 'other-request' };
    return kept.answer ? { status: 'answered', answer: kept.answer } : { status: 'running' };
  }

  async keep(owner: KeyOwner, lock: string, answer: StoredAnswer): Promise<void> {
    const kept = this.#kept.get(nameOf(owner));
    if (kept?.lock === lock) this.#kept.set(nameOf(owner), { ...kept, answer });
  }

  async free(owner: KeyOwner, lock: string): Promise<void> {
    if (this.#kept.get(nameOf(owner))?.lock === lock) this.#kept.delete(nameOf(owner));
  }
}

function nameOf({ user, key }: KeyOwner): string {
  return JSON.stringify([user, key]);
}
