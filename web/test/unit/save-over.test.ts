import { describe, expect, test } from '@jest/globals';
import { ApiError } from '../../src/shared/api/api-error.ts';
import { saveOver } from '../../src/shared/form/save-over.ts';

const BASE = { values: { name: 'Ann', town: 'York' }, etag: '"1"' };
const TYPED = { name: 'Anna', town: 'York' };
const changed = () => new ApiError(412, 'The customer has changed.');

/** An entity that another person changes before each of the first attempts. */
function entity(theirs: readonly (typeof BASE)['values'][]) {
  let revision = 1;
  const sent: string[] = [];
  return {
    sent,
    save: async (_: object, etag: string, before: object) => {
      sent.push(etag);
      if (revision <= theirs.length) revision += 1;
      if (etag !== `"${revision}"`) throw changed();
      return JSON.stringify(before);
    },
    reload: async () => ({ values: theirs[revision - 2] ?? BASE.values, etag: `"${revision}"` }),
  };
}

describe('after another person has changed', () => {
  test('a field that is not in the form, the form is saved: there is nothing to choose', async () => {
    const { save, reload, sent } = entity([BASE.values]);
    expect(await saveOver(TYPED, BASE, save, reload)).toBe(JSON.stringify(BASE.values));
    expect(sent).toEqual(['"1"', '"2"']);
  });

  test('a field of the form, the user chooses', async () => {
    const { save, reload, sent } = entity([{ name: 'Anne', town: 'York' }]);
    expect(await saveOver(TYPED, BASE, save, reload)).toMatchObject({
      current: { etag: '"2"' },
      fields: [{ name: 'name', before: 'Ann', theirs: 'Anne', mine: 'Anna', keep: 'mine' }],
    });
    expect(sent).toEqual(['"1"']);
  });

  test('the entity again and again, the user decides when to save', async () => {
    const { save, reload, sent } = entity([BASE.values, BASE.values, BASE.values, BASE.values]);
    expect(await saveOver(TYPED, BASE, save, reload)).toEqual({ current: { ...BASE, etag: '"4"' }, fields: [] });
    expect(sent).toHaveLength(3);
  });
});

test('other rejections, and those of a new entity, are for the form', async () => {
  const rejected = (error: Error) => saveOver(TYPED, BASE, () => Promise.reject(error), undefined);
  await expect(rejected(new ApiError(400, 'Wrong.'))).rejects.toThrow('Wrong.');
  await expect(rejected(changed())).rejects.toThrow('has changed');
});
