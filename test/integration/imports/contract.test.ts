import { afterAll, beforeAll, describe, test } from '@jest/globals';
import * as fc from 'fast-check';
import { anyImportCase, inTable } from '../../support/import-model-cases.ts';
import { expectAsModel, prepareCase } from '../../support/import-model-check.ts';
import { startImportWorld } from '../../support/import-world.ts';
import { atOnce, runWorkflow } from '../../support/run-workflow.ts';

/** `PROPERTY_RUNS=20` makes every property run twenty times as often. */
const MORE = Number(process.env.PROPERTY_RUNS ?? 1);

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

/** Every run has a CRM table of its own, so that all can share one engine. */
function nextPrefix(): string {
  tables += 1;
  return `T${String(tables).padStart(5, '0')}`;
}

describe('an import of any file into any table', () => {
  test(
    'leaves the customers, counts and files that the contract says',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyImportCase, fc.boolean(), async (anyCase, isParallel) => {
          const given = inTable(anyCase, nextPrefix());
          const world = started.world({ limits: given.limits });
          await prepareCase(world, given);
          const file = Buffer.from(given.file, 'latin1');
          const importId = await world.upload(`uploads/${given.table.prefix}/a.csv`, file, given.metadata);
          await runWorkflow(world.ports, world.inputOf(await world.find(importId)), isParallel ? atOnce : undefined);
          await expectAsModel(world, await world.find(importId), given);
        }),
        { numRuns: 60 * MORE },
      );
    },
    60_000 * MORE,
  );
});
