import { describe, expect, test } from '@jest/globals';
import { keepFile, takeFile } from '../../src/shared/chosen-file.ts';

describe('the file that one page chooses for the next', () => {
  const first = new File(['P001\nVIC001\n'], 'first.csv');
  const second = new File(['P001\nVIC002\n'], 'second.csv');

  test('is passed on once', () => {
    keepFile(first);
    expect(takeFile()).toBe(first);
    expect(takeFile()).toBeUndefined();
  });

  test('is the one that was chosen last', () => {
    keepFile(first);
    keepFile(second);
    expect(takeFile()).toBe(second);
  });
});
