import { ApiError } from '../../shared/api/api-error.ts';
import type { Answer } from '../../shared/api/client.ts';
import type { CrmTable } from '../queries.ts';
import { assignedCodes, type Design, designOf, isStored, withCodes } from './draft-model.ts';
import { edited, type History, historyOf, mapped, redone, undone } from './history-model.ts';
import { type Fault, faultsIn, faultsOf } from './rules-model.ts';
import { SaveQueue, type SaveState } from './save-queue.ts';

export interface DesignerState {
  readonly design: Design;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly faults: readonly Fault[];
  readonly saving: SaveState<CrmTable>;
}

interface Requests {
  readonly save: (design: Design, etag: string) => Promise<Answer<CrmTable>>;
  readonly read: () => Promise<Answer<CrmTable>>;
}

/** A draft that is edited, undone and saved as one goes. React reads it by `subscribe` and `state`. */
export class DesignerStore {
  readonly #queue: SaveQueue<Design, CrmTable>;
  readonly #read: Requests['read'];
  readonly #listeners = new Set<() => void>();
  #history: History<Design>;
  /** The draft as the API has stored it last, as far as the page knows. */
  #stored: CrmTable['draft'];
  #sent: Design | undefined;
  /** The violations that the API has reported, until the next edit. */
  #rejected: readonly Fault[] = [];
  #state: DesignerState;

  constructor({ body, etag }: Answer<CrmTable>, { save, read }: Requests) {
    this.#history = historyOf(designOf(body.draft));
    this.#stored = body.draft;
    this.#read = read;
    this.#queue = new SaveQueue({
      etag,
      save: (design, current) => {
        this.#sent = design;
        return save(design, current);
      },
      read,
      isOurs: ({ draft }, attempted) => isStored(designOf(this.#stored), draft) || isStored(attempted, draft),
      onSaved: (sent, answer) => this.#saved(sent, answer),
      onState: (state) => this.#saveChanged(state),
    });
    this.#state = this.#snapshot();
  }

  /** The ETag of the draft that was stored last, as far as the page knows. */
  get etag(): string {
    return this.#queue.etag;
  }

  get state(): DesignerState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param edit names edits that are undone together, such as the letters of a label */
  edit(change: (design: Design) => Design, edit?: string): void {
    this.#move(edited(this.#history, change(this.#history.present), edit));
  }

  undo(): void {
    this.#move(undone(this.#history));
  }

  redo(): void {
    this.#move(redone(this.#history));
  }

  /** Saves what waits. @returns whether the whole draft is stored */
  flush(): Promise<boolean> {
    return this.#queue.flush();
  }

  /** Reads the stored draft, and takes it over if this page has changed nothing since its last save. */
  async refresh(): Promise<void> {
    const { etag } = this.#queue;
    const isIdle = () => this.#queue.etag === etag && this.#queue.state.status === 'saved';
    if (!isIdle()) return;
    const answer = await this.#read();
    if (isIdle() && answer.etag !== etag) this.#adopt(answer);
  }

  keepMine(): Promise<void> {
    return this.#queue.overwrite(this.#history.present);
  }

  /** The own draft stays a step of the history. */
  takeTheirs(): void {
    const { state } = this.#queue;
    if (state.status === 'conflict') this.#adopt(state.theirs);
  }

  #adopt({ body, etag }: Answer<CrmTable>): void {
    const design = designOf(body.draft);
    const isChanged = !isStored(this.#history.present, body.draft);
    this.#stored = body.draft;
    this.#rejected = [];
    if (isChanged) this.#history = edited(this.#history, design);
    this.#queue.adopt(etag);
  }

  #move(next: History<Design>): void {
    if (next === this.#history || next.present === this.#history.present) return;
    this.#history = next;
    this.#rejected = [];
    if (faultsOf(next.present).length > 0) this.#queue.hold();
    else this.#queue.put(next.present);
    this.#changed();
  }

  #saved(sent: Design, { body }: Answer<CrmTable>): void {
    this.#stored = body.draft;
    const codes = assignedCodes(sent, body.draft);
    this.#history = mapped(this.#history, (design) => withCodes(design, codes));
    this.#changed();
  }

  #saveChanged(state: SaveState<CrmTable>): void {
    if (state.status === 'failed' && state.error instanceof ApiError) {
      this.#rejected = faultsIn(this.#sent ?? this.#history.present, state.error.violations);
    }
    this.#changed();
  }

  #changed(): void {
    this.#state = this.#snapshot();
    for (const listener of this.#listeners) listener();
  }

  #snapshot(): DesignerState {
    const { past, present, future } = this.#history;
    return {
      design: present,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      faults: [...faultsOf(present), ...this.#rejected],
      saving: this.#queue.state,
    };
  }
}
