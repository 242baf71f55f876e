import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Choices, newChoices } from '../../src/imports/wizard/choices-model.ts';
import type { ChosenFile } from '../../src/imports/wizard/file-model.ts';
import { ImportStart } from '../../src/imports/wizard/import-start.ts';
import type { WizardWrites } from '../../src/imports/wizard/queries.ts';
import { ApiError } from '../../src/shared/api/api-error.ts';

const AGREED = { options: { header: true }, mapping: [{ column: 'Id', field: 'P008' }] };
const INBOX: ChosenFile = { kind: 'inbox', key: 'inbox/V/a.csv', name: 'a.csv', bytes: 3, modifiedAt: '' };
const OWNER = { userId: 'u1', accountPrefix: 'BRI' };

const base = newChoices('V');
const saving = { isWanted: true, name: ' Weekly ', isDefault: false };
const later = { ...base.later, isLater: true, name: 'Nightly', timeZone: 'Europe/London' };

/** The API, which notes the requests and fails where the test says so. */
class FakeWrites {
  readonly calls: string[] = [];
  readonly keys: string[] = [];
  bodies: object[] = [];
  failure: Error | undefined;

  #call(name: string, body: object, key: string): void {
    this.calls.push(name);
    this.bodies.push(body);
    this.keys.push(key);
  }

  async saveDefinition(_: string, body: object, key: string) {
    this.#call('save', body, key);
    return { body: { definitionId: `d${this.calls.length}` }, etag: '"1"' };
  }

  async deleteDefinition(_: string, id: string, etag: string) {
    this.#call(`delete ${id}`, {}, etag);
  }

  async createSchedule(_: string, body: object, key: string) {
    this.#call('schedule', body, key);
    if (this.failure) throw this.failure;
    return { scheduleId: 's1', name: 'Nightly' };
  }

  async importFromInbox(body: object, key: string) {
    this.#call('import', body, key);
    if (this.failure) throw this.failure;
    return { importId: 'i1' };
  }
}

let writes: FakeWrites;
let start: ImportStart;
const run = (changes: Partial<Choices>) => start.run({ choices: { ...base, ...changes }, agreed: AGREED, file: INBOX });

beforeEach(() => {
  writes = new FakeWrites();
  start = new ImportStart(writes as unknown as WizardWrites, OWNER);
});

describe('the start of an import', () => {
  test('sends exactly the options and the mapping that were agreed', async () => {
    expect(await run({})).toEqual({ kind: 'import', importId: 'i1' });
    expect(writes.bodies).toEqual([{ prefix: 'V', key: INBOX.key, ...AGREED }]);
  });

  test('saves the definition first, and imports by it with the same mapping', async () => {
    await run({ saving });
    expect(writes.calls).toEqual(['save', 'import']);
    expect(writes.bodies).toEqual([
      { name: 'Weekly', isDefault: false, ...AGREED },
      { prefix: 'V', key: INBOX.key, ...AGREED, definition: 'd1' },
    ]);
  });

  test('repeats a failed request with the same key, and saves the definition once', async () => {
    writes.failure = new ApiError(503, 'later');
    await expect(run({ saving })).rejects.toThrow('later');
    writes.failure = undefined;
    await run({ saving });
    expect(writes.calls).toEqual(['save', 'import', 'import']);
    expect(writes.keys[1]).toBe(writes.keys[2]);
  });

  test('replaces the definition of a failed attempt when the choices have changed', async () => {
    writes.failure = new ApiError(409, 'rejected');
    await expect(run({ saving })).rejects.toThrow();
    writes.failure = undefined;
    await run({ saving: { ...saving, name: 'Monthly' } });
    expect(writes.calls).toEqual(['save', 'import', 'delete d1', 'save', 'import']);
  });

  test('leaves nothing when it is cancelled after a failure', async () => {
    writes.failure = new ApiError(409, 'rejected');
    await expect(run({ saving })).rejects.toThrow();
    await start.abandon();
    await start.abandon();
    expect(writes.calls).toEqual(['save', 'import', 'delete d1']);
  });
});

describe('the start of a schedule', () => {
  test('saves a definition, by which the schedule imports', async () => {
    const saved = { isWanted: false, name: 'Nightly file', isDefault: true };
    expect(await run({ later, saving: saved })).toEqual({ kind: 'schedule', scheduleId: 's1', name: 'Nightly' });
    expect(writes.bodies).toEqual([
      { name: 'Nightly file', isDefault: true, ...AGREED },
      {
        name: 'Nightly',
        source: { kind: 'newest' },
        definition: 'd1',
        when: { frequency: 'daily', time: '06:00' },
        timeZone: 'Europe/London',
      },
    ]);
  });
});
