import * as fc from 'fast-check';

const character = fc
  .oneof(
    fc.integer({ min: 0x20, max: 0x7e }),
    fc.integer({ min: 0, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  )
  .map((codePoint) => String.fromCodePoint(codePoint));

/**
 * Any text of whole characters, unassigned and invisible ones included. fast-check's `unit: 'binary'` would build a table of
 * all 1.1 million characters in each test file, which takes half a second.
 */
export const anyText = (length: fc.ArrayConstraints = {}): fc.Arbitrary<string> =>
  fc.array(character, length).map((characters) => characters.join(''));
