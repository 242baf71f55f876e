import { mapConcurrently } from '../../../shared/domain/map-concurrently.ts';
import type { PageRequest } from '../../../shared/domain/page.ts';
import { type Import, positionOf } from '../../domain/import.ts';
import type { ImportRepository } from '../../ports.ts';

const QUERIES_IN_FLIGHT = 32;

/** One list of imports, read a few at a time. */
class ListReader {
  readonly #imports: Pick<ImportRepository, 'list'>;
  readonly #list: string;
  readonly #most: number;
  readonly #read: Import[] = [];
  #next: string | undefined;
  #size: number;
  #isEnded = false;

  /** @param size how many imports the first query reads; each further one reads twice as many, at most `most` */
  constructor(imports: Pick<ImportRepository, 'list'>, list: string, { limit, after }: PageRequest, size: number) {
    this.#imports = imports;
    this.#list = list;
    this.#most = limit;
    this.#next = after;
    this.#size = size;
  }

  get newest(): Import | undefined {
    return this.#read[0];
  }

  takeNewest(): Import | undefined {
    return this.#read.shift();
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Reads the next page when this one is used up. A page may be empty although the list continues. */
  async fill(): Promise<void> {
    while (this.#read.length === 0 && !this.#isEnded) {
      const page = await this.#imports.list(this.#list, { limit: this.#size, after: this.#next });
      this.#read.push(...page.items);
      this.#next = page.next;
      this.#isEnded = page.next === undefined;
      this.#size = Math.min(this.#size * 2, this.#most);
    }
  }
}

/**
 * The imports of several lists together, newest first. From each list few more are read than are taken. The lists share one
 * order of positions, so that one position continues them all.
 */
export class NewestOfLists {
  readonly #readers: readonly ListReader[];

  constructor(imports: Pick<ImportRepository, 'list'>, lists: readonly string[], request: PageRequest) {
    const size = Math.max(1, Math.ceil(request.limit / lists.length));
    this.#readers = lists.map((list) => new ListReader(imports, list, request, size));
  }

  /** Whether every list was read to its end. Asking reads nothing. */
  get isEnded(): boolean {
    return this.#readers.every(({ newest, isEnded }) => newest === undefined && isEnded);
  }

  /** The next import; undefined at the end. */
  async take(): Promise<Import | undefined> {
    const empty = this.#readers.filter(({ newest, isEnded }) => newest === undefined && !isEnded);
    await mapConcurrently(empty, QUERIES_IN_FLIGHT, (reader) => reader.fill());
    let best: { readonly reader: ListReader; readonly position: string } | undefined;
    for (const reader of this.#readers) {
      const position = reader.newest && positionOf(reader.newest);
      if (position !== undefined && (!best || position > best.position)) best = { reader, position };
    }
    return best?.reader.takeNewest();
  }
}
