import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { usedMessages } from '../../plugins/used-messages.ts';

const { load } = usedMessages();
const PACKAGE = join(import.meta.dirname, '../../../node_modules/@cloudscape-design/components');

function namesOf(file: string): string[] | undefined {
  const module: unknown =
    typeof load === 'function' ? Reflect.apply(load, undefined, [join(PACKAGE, file)]) : undefined;
  if (typeof module !== 'string') return undefined;
  const all = JSON.parse(module.replace(/^export default /, ''));
  return Object.keys(all['cloudscape-design-components'].en);
}

test('the texts of the components in use are kept, also of those that others are made of', () => {
  const names = namesOf('i18n/messages/all.en.js');
  expect(names).toEqual(expect.arrayContaining(['table', 'pagination', 'modal', 'input', 'popover']));
  expect(names).not.toContain('[charts]');
  expect(names).not.toContain('tutorial-panel');
});

test('no other module is touched', () => {
  expect(namesOf('button/index.js')).toBeUndefined();
});
