import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { STYLE_TOKENS } from '../../src/shared/style/style-tokens.ts';

const STYLES = join(
  import.meta.dirname,
  '../../../node_modules/@cloudscape-design/components/internal/base-theme/styles.scoped.css',
);
/** The style sheets of what stands in an element with the tokens. */
const SHEETS = [
  ...['crm-tables/designer/designer.css', 'customers/desk/desk.css', 'imports/wizard/wizard.css'],
  ...['shared/keys/key.css', 'shared/style/side-by-side.css'],
];
const propertiesIn = (text: string) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name);

test('the tokens are those of the components, which give them the values of the theme', () => {
  const styles = readFileSync(STYLES, 'utf8');
  const tokens = Object.values(STYLE_TOKENS).flatMap(propertiesIn);
  expect(tokens.length).toBeGreaterThanOrEqual(Object.keys(STYLE_TOKENS).length);
  expect(tokens.filter((token) => !styles.includes(`${token}:`))).toEqual([]);
});

test('the style sheets use every token, and no other property', () => {
  const text = SHEETS.map((sheet) => readFileSync(join(import.meta.dirname, '../../src', sheet), 'utf8')).join('');
  expect(new Set(propertiesIn(text))).toEqual(new Set(Object.keys(STYLE_TOKENS)));
});
