import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';

/** All recommended rules; no rule is switched off. */
async function findings(document: unknown) {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: JSON.stringify(document), config, absoluteRef: 'openapi.json' });
  return problems.map(({ ruleId, message, location: [place] }) => [ruleId, message, place?.pointer]);
}

const read = () => JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));

test('a linter for OpenAPI 3.1 has neither an error nor a warning', async () => {
  expect(await findings(read())).toEqual([]);
});

test('the linter reports a faulty document', async () => {
  const document = read();
  delete document.paths['/accounts'].get.summary;
  document.components.schemas.Account.description = 1;
  const rules = (await findings(document)).map(([rule]) => rule);
  expect(rules).toEqual(expect.arrayContaining(['operation-summary', 'struct']));
});
