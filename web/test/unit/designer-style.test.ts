import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { DESIGNER_STYLE } from '../../src/crm-tables/designer/designer-style.ts';

const STYLES = join(
  import.meta.dirname,
  '../../../node_modules/@cloudscape-design/components/internal/base-theme/styles.scoped.css',
);
const SHEET = join(import.meta.dirname, '../../src/crm-tables/designer/designer.css');
const propertiesIn = (text: string) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name);

test('the tokens of the designer are those of the components, which give them the values of the theme', () => {
  const styles = readFileSync(STYLES, 'utf8');
  const tokens = Object.values(DESIGNER_STYLE).flatMap(propertiesIn);
  expect(tokens.length).toBeGreaterThanOrEqual(Object.keys(DESIGNER_STYLE).length);
  expect(tokens.filter((token) => !styles.includes(`${token}:`))).toEqual([]);
});

test('the style sheet of the designer uses no other property', () => {
  const used = new Set(propertiesIn(readFileSync(SHEET, 'utf8')));
  expect(used).toEqual(new Set(Object.keys(DESIGNER_STYLE)));
});
