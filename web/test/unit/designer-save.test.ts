import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DesignerStore } from '../../src/crm-tables/designer/designer-store.ts';
import { type Draft, inputOf } from '../../src/crm-tables/designer/draft-model.ts';
import { addFields, toggleFlag, updateField } from '../../src/crm-tables/designer/field-edits-model.ts';
import { SAVE_DELAY_MS } from '../../src/crm-tables/designer/save-queue.ts';
import type { CrmTable } from '../../src/crm-tables/queries.ts';
import { ApiError } from '../../src/shared/api/api-error.ts';
import { DESIGN, field } from './support/design.ts';

/** The API with one table, whose draft another person may change. */
class FakeApi {
  revision = 1;
  saves: string[] = [];
  draft: Draft = { ...inputOf(DESIGN), fields: inputOf(DESIGN).fields.map(complete) };
  failure: Error | undefined;

  answer() {
    return { etag: `"${this.revision}"`, body: { prefix: 'VOUCIM', draft: this.draft } as CrmTable };
  }

  store(): DesignerStore {
    return new DesignerStore(this.answer(), {
      read: async () => this.answer(),
      save: async (design, etag) => {
        this.saves.push(etag);
        // As a request does, it takes a while.
        await Promise.resolve();
        if (this.failure) throw this.failure;
        if (etag !== this.answer().etag) throw new ApiError(412, 'stale');
        this.change({ ...inputOf(design), fields: inputOf(design).fields.map(complete) });
        return this.answer();
      },
    });
  }

  change(draft: Draft): void {
    this.draft = draft;
    this.revision += 1;
  }
}

const complete = (input: ReturnType<typeof inputOf>['fields'][number], index: number): Draft['fields'][number] => ({
  ...input,
  code: input.code ?? `P0${50 + index}`,
  required: input.required ?? false,
  strict: input.strict ?? false,
  listValues: input.listValues ?? [],
});

let api: FakeApi;
const rename = (label: string) => (design: typeof DESIGN) => updateField(design, 'P021', { label });
const wait = () => jest.advanceTimersByTimeAsync(SAVE_DELAY_MS);

beforeEach(() => {
  jest.useFakeTimers();
  api = new FakeApi();
});
afterEach(() => {
  jest.useRealTimers();
});

test('a draft is saved once after several edits, with the ETag of the save before', async () => {
  const store = api.store();
  store.edit(rename('A'), 'label');
  store.edit(rename('AB'), 'label');
  expect(store.state.saving.status).toBe('waiting');
  await wait();
  expect(store.state.saving.status).toBe('saved');
  store.edit(rename('ABC'), 'label');
  await wait();
  expect(api.saves).toEqual(['"1"', '"2"']);
  expect(api.draft.fields[1]?.label).toBe('ABC');
});

test('edits during a request are saved after it, never at the same time', async () => {
  const store = api.store();
  store.edit(rename('A'));
  const flushed = store.flush();
  store.edit(rename('B'));
  expect(store.state.saving.status).toBe('saving');
  expect(await flushed).toBe(true);
  await store.flush();
  expect(api.saves).toEqual(['"1"', '"2"']);
  expect(api.draft.fields[1]?.label).toBe('B');
});

test('a new field has the code of the API after the save, and after undo and redo', async () => {
  const store = api.store();
  store.edit((design) => addFields(design, [field('new', 'b')]));
  await wait();
  expect(store.state.design.fields.at(-1)?.code).toBe('P054');
  store.undo();
  store.redo();
  expect(store.state.design.fields.at(-1)?.code).toBe('P054');
});

test('undo is saved like an edit', async () => {
  const store = api.store();
  store.edit((design) => toggleFlag(design, 'P021', 'result'));
  await wait();
  store.undo();
  await wait();
  expect(api.draft.fields[1]?.flags.result).toBe(false);
  expect(store.state).toMatchObject({ canUndo: false, canRedo: true });
});

test('a draft with a fault waits until it is valid', async () => {
  const store = api.store();
  store.edit(rename(''));
  await wait();
  expect([store.state.saving.status, api.saves.length, store.state.faults.length]).toEqual(['held', 0, 1]);
  store.edit(rename('Postcode'));
  await wait();
  expect([store.state.saving.status, api.saves.length, store.state.faults.length]).toEqual(['saved', 1, 0]);
});

test('a failed save is tried again on demand, and violations stand at their fields', async () => {
  const violations = [{ pointer: '/fields/1/label', code: 'x', detail: 'Not this one.' }];
  api.failure = new ApiError(422, 'invalid', { violations });
  const store = api.store();
  store.edit(rename('A'));
  await wait();
  expect(store.state.saving.status).toBe('failed');
  expect(store.state.faults).toEqual([{ owner: 'P021', property: 'label', detail: 'Not this one.' }]);
  api.failure = undefined;
  expect(await store.flush()).toBe(true);
  expect(api.draft.fields[1]?.label).toBe('A');
});

describe('another person', () => {
  const theirs = (label: string) => ({
    ...api.draft,
    fields: api.draft.fields.map((each) => (each.code === 'P022' ? { ...each, label } : each)),
  });

  test('has changed the draft: the user keeps the own draft', async () => {
    const store = api.store();
    api.change(theirs('Theirs'));
    store.edit(rename('Mine'));
    await wait();
    expect(store.state.saving.status).toBe('conflict');
    store.edit(rename('Mine 2'));
    await wait();
    expect(api.draft.fields[2]?.label).toBe('Theirs');
    await store.keepMine();
    expect(store.state.saving.status).toBe('saved');
    expect(api.draft.fields.slice(1, 3).map(({ label }) => label)).toEqual(['Mine 2', 'Label P022']);
  });

  test('has changed the draft: the user takes it, and undo brings the own draft back', async () => {
    const store = api.store();
    api.change(theirs('Theirs'));
    store.edit(rename('Mine'));
    await wait();
    store.takeTheirs();
    expect(store.state.saving.status).toBe('saved');
    expect(store.state.design.fields[2]?.label).toBe('Theirs');
    store.undo();
    await wait();
    expect(api.draft.fields[1]?.label).toBe('Mine');
  });

  test('has published: only the ETag has changed, and the draft is saved', async () => {
    const store = api.store();
    api.change(api.draft);
    store.edit(rename('Mine'));
    await wait();
    expect(store.state.saving.status).toBe('saved');
    expect(api.saves).toEqual(['"1"', '"2"']);
  });

  test('has changed the draft while this page was idle: the page shows it', async () => {
    const store = api.store();
    api.change(theirs('Theirs'));
    await store.refresh();
    expect(store.state.design.fields[2]?.label).toBe('Theirs');
    store.edit(rename('Mine'));
    api.change(theirs('Later'));
    await store.refresh();
    expect(store.state.design.fields[2]?.label).toBe('Theirs');
  });
});

test('a save whose answer was lost is no conflict', async () => {
  const store = api.store();
  store.edit(rename('Mine'));
  api.change({
    ...api.draft,
    fields: api.draft.fields.map((each) => (each.code === 'P021' ? { ...each, label: 'Mine' } : each)),
  });
  await wait();
  expect(store.state.saving.status).toBe('saved');
});
