import { afterAll, beforeAll, describe, test } from '@jest/globals';
import * as fc from 'fast-check';
import { anyImportCase, inTable, PROPERTY_TIMEOUT_MS, runs, uploadOf } from '../../support/import-model-cases.ts';
import { expectAsModel, prepareCase, saveMapping } from '../../support/import-model-check.ts';
import { startImportWorld } from '../../support/import-world.ts';
import { runWorkflow } from '../../support/run-workflow.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

/** Every run has a new CRM table, so that all can share one engine. */
function nextPrefix(): string {
  tables += 1;
  return `T${String(tables).padStart(5, '0')}`;
}

describe('an import of any file into any table', () => {
  test(
    'leaves the customers, counts and files of the contract',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyImportCase, fc.boolean(), async (anyCase, isParallel) => {
          const given = inTable(anyCase, nextPrefix());
          const world = started.world({ limits: given.limits });
          await prepareCase(world, given);
          const importId = await world.upload(`uploads/${given.table.prefix}/a.csv`, uploadOf(given), given.metadata);
          await runWorkflow(world.ports, world.inputOf(await world.find(importId)), isParallel ? 'at-once' : 'in-turn');
          await expectAsModel(world, await world.find(importId), given);
        }),
        runs(40),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  test(
    'leaves them also for a second file that waited for the first',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyImportCase, anyImportCase, async (anyFirst, anySecond) => {
          const prefix = nextPrefix();
          const [first, second] = [inTable(anyFirst, prefix), inTable(anySecond, prefix)];
          const world = started.world({ limits: first.limits });
          await prepareCase(world, first);
          saveMapping(world, second);
          const ids: string[] = [];
          for (const each of [first, second]) {
            ids.push(await world.upload(`uploads/${prefix}/a.csv`, uploadOf(each), each.metadata));
            world.wait(1);
          }
          let given = first;
          for (const importId of ids) {
            await runWorkflow(world.ports, world.inputOf(await world.find(importId)));
            world.workflow.ended.add(`${importId}-1`);
            await expectAsModel(world, await world.find(importId), given);
            const stored = [...(await world.items(first.table)).values()];
            given = { ...second, table: first.table, stored, mark: world.tables.marks.get(prefix) ?? 0 };
          }
        }),
        runs(12),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});
