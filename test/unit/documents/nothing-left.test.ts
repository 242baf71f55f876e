import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type CustomerRecord, documentFolder } from '../../../functions/customers/index.ts';
import { objectKey } from '../../../functions/documents/domain/upload.ts';
import { completeUpload } from '../../../functions/documents/use-cases/complete-upload.ts';
import { deleteDocument } from '../../../functions/documents/use-cases/delete-document.ts';
import { carryOutOrders } from '../../../functions/documents/use-cases/remove-uploads.ts';
import { startUpload } from '../../../functions/documents/use-cases/start-upload.ts';
import { ANY_REVISION } from '../../../functions/shared/domain/revised.ts';
import { FakeDocumentFiles } from '../../support/fake-document-files.ts';
import { publishedIn } from '../../support/memory-desk.ts';
import { MemoryDocuments } from '../../support/memory-documents.ts';
import { voucim } from '../../support/published-table.ts';
import { TESTERS } from '../../support/rights.ts';

const TABLE = voucim();
const CUSTOMERS = ['a', 'b'];
const HOUR_MS = 3_600_000;
const RUN_MS = 1_000_000;
const QUOTA = 60;
/** An address is good for five minutes, and a slow transfer may take hours. */
const LONGEST_TRANSFER_MS = 12 * HOUR_MS;

interface Step {
  readonly kind: (typeof KINDS)[number];
  /** Which of the things that there are. */
  readonly pick: number;
}

const KINDS = [
  ...(['announce', 'announce', 'send', 'send', 'send', 'send', 'send', 'complete', 'complete', 'complete'] as const),
  ...(['complete', 'complete', 'version', 'version', 'delete', 'customer', 'wait'] as const),
];
const anyStep: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom(...KINDS), pick: fc.nat(20) });

class Crash extends Error {}

/** Calls of ports, of which one breaks off: before it or after it has had its effect. */
class Calls {
  #left: number;

  constructor(untilCrash: number) {
    this.#left = untilCrash;
  }

  stop(): void {
    this.#left = Number.POSITIVE_INFINITY;
  }

  #pass(): void {
    this.#left -= 1;
    if (this.#left === 0) throw new Crash();
  }

  of<T extends object>(port: T): T {
    return new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function' || name === 'uploadsIn') return method;
        return async (...args: unknown[]) => {
          this.#pass();
          const result: unknown = await method.apply(target, args);
          this.#pass();
          return result;
        };
      },
    });
  }
}

/** One person and the worker on two customers, with files that are sent when it pleases the browser. */
class Run {
  readonly memory = new MemoryDocuments();
  readonly files = new FakeDocumentFiles();
  /** The keys of files whose address was given, and when. */
  readonly addresses: { readonly key: string; readonly at: number }[] = [];
  readonly #uploads: { readonly customerId: string; readonly uploadId: string }[] = [];
  readonly #calls: Calls;
  #now = Date.parse('2026-11-22T11:00:00.000Z');
  #ids = 0;

  constructor(untilCrash: number) {
    this.#calls = new Calls(untilCrash);
    for (const customerId of CUSTOMERS) this.memory.customers.set(customerId, this.#customer(customerId, 1, 0));
  }

  #customer(customerId: string, version: number, deletedVersion: number): CustomerRecord {
    const none = { importId: undefined, fence: 0, imports: [], deletedAt: undefined, values: {}, bytes: 100 };
    return { ...none, customerId, version, deletedVersion };
  }

  async #ports() {
    const grants = await TESTERS.grantsOf('tester');
    const { memory, files } = this;
    const own = {
      addressForUpload: async (key: string) => {
        this.addresses.push({ key, at: this.#now });
        return { method: 'PUT' as const, url: key, headers: {}, expiresAt: '' };
      },
      head: files.head,
      readBeginning: files.readBeginning,
      addressOf: files.addressOf,
      removeAll: (prefix: string) => files.removeAll(prefix),
    };
    const account = { prefix: 'BRI', name: 'B', manager: 'M', documents: { quotaBytes: QUOTA }, createdAt: '' };
    return {
      caller: { userId: 'tester', grants },
      tables: publishedIn(TABLE),
      records: { read: async (_: unknown, customerId: string) => memory.customers.get(customerId) },
      accounts: { read: async () => ({ value: account, revision: 1 }) },
      store: this.#calls.of(memory.store),
      removals: this.#calls.of(memory.removals),
      files: this.#calls.of(own),
      clock: { now: () => new Date(this.#now) },
      ids: {
        newId: () => {
          this.#ids += 1;
          return this.#ids.toString(16).padStart(28, '0');
        },
      },
    };
  }

  async #act({ kind, pick }: Step): Promise<void> {
    const { caller, ...ports } = await this.#ports();
    const customerId = CUSTOMERS[pick % CUSTOMERS.length] ?? 'a';
    const address = { prefix: TABLE.prefix, customerId };
    const upload = this.#uploads[pick % Math.max(1, this.#uploads.length)];
    const documents = [...this.memory.documents].filter(([, { isDeleted }]) => !isDeleted);
    const [owner = '', documentId = ''] = documents[pick % Math.max(1, documents.length)]?.[0].split(' ') ?? [];
    const file = { name: 'a.pdf', bytes: 10 + (pick % 3), sha256: 'x' };
    if (kind === 'announce' || kind === 'version') {
      const isVersion = kind === 'version';
      if (isVersion && documentId === '') return;
      const at = isVersion ? { prefix: TABLE.prefix, customerId: owner } : address;
      const input = isVersion ? { ...file, documentId } : file;
      const started = await startUpload(ports, at, input, { caller, idempotencyKey: undefined });
      this.#uploads.push({ customerId: at.customerId, uploadId: started.upload.uploadId });
    }
    if (kind === 'send') this.#send(pick);
    if (kind === 'complete' && upload) await completeUpload(ports, { prefix: TABLE.prefix, ...upload }, caller);
    if (kind === 'delete' && documentId !== '') {
      const at = { prefix: TABLE.prefix, customerId: owner, documentId };
      await deleteDocument(ports, at, 'other', { caller, revision: ANY_REVISION });
    }
    if (kind === 'customer') this.#replaceCustomer(customerId);
    if (kind === 'wait') {
      this.#now += pick * HOUR_MS;
      await carryOutOrders(ports, RUN_MS);
    }
  }

  /** An address can be used until it ends, also when nothing waits for its file any more. */
  #send(pick: number): void {
    const address = this.addresses[pick % Math.max(1, this.addresses.length)];
    if (!address || this.#now - address.at > LONGEST_TRANSFER_MS) return;
    const { bytes = 10 } = this.memory.uploads.get(address.key) ?? {};
    this.files.arrived.set(address.key, { bytes, sha256: 'x', versionId: 'v' });
  }

  /** A customer is deleted, and another one gets its ID. */
  #replaceCustomer(customerId: string): void {
    const before = this.memory.customers.get(customerId);
    const version = (before?.version ?? 0) + 1;
    const dueAt = new Date(this.#now).toISOString();
    const order = { ...documentFolder(TABLE, customerId), id: `c${customerId}${version}`, dueAt, upToVersion: version };
    this.memory.orders.push(order);
    this.memory.customers.set(customerId, this.#customer(customerId, version + 1, version));
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      this.#now += 1_000;
      await this.#act(step).catch((error: Error) => {
        expect(error instanceof Crash || error.name === 'DomainError').toBe(true);
      });
    }
    this.#calls.stop();
    // The addresses have ended long before.
    await this.#act({ kind: 'wait', pick: 25 });
  }

  /** The keys of the files that documents name. */
  named(): readonly string[] {
    return [...this.memory.documents].flatMap(([place, { uploads, version, isDeleted }]) => {
      const [customerId = ''] = place.split(' ');
      const isOfThis = version > (this.memory.customers.get(customerId)?.deletedVersion ?? 0);
      return isOfThis && !isDeleted ? uploads.map((id) => objectKey(documentFolder(TABLE, customerId), id)) : [];
    });
  }
}

test('after a day the bucket holds exactly the files that documents name, and the usage counts them, whatever has broken off', async () => {
  let [kept, removed] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 20, maxLength: 80 }), fc.nat(200), async (steps, untilCrash) => {
      const run = new Run(untilCrash);
      await run.run(steps);
      const named = [...run.named()].sort();
      expect([...run.files.arrived.keys()].sort()).toEqual(named);
      expect([...run.memory.uploads.keys()].sort()).toEqual(named);
      expect(run.memory.orders).toEqual([]);
      const bytes = named.reduce((sum, key) => sum + (run.memory.uploads.get(key)?.bytes ?? 0), 0);
      expect(run.memory.usage).toEqual({ bytes, files: named.length });
      expect(bytes).toBeLessThanOrEqual(QUOTA);
      kept += named.length;
      removed += run.addresses.length - named.length;
    }),
    { numRuns: 300 * Number(process.env.PROPERTY_RUNS ?? 1) },
  );
  // Runs without documents, or without anything to remove, would show nothing.
  expect(Math.min(kept, removed)).toBeGreaterThan(50);
});
