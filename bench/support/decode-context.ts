import type { FileEncoding } from '../../functions/imports/domain/encoding/file-encoding.ts';
import { importKeys } from '../../functions/imports/domain/import-keys.ts';
import type { ImportContext } from '../../functions/imports/use-cases/work/import-context.ts';
import type { ObjectStore } from '../../functions/shared/domain/object-store.ts';
import { benchPlan } from './import-run.ts';
import { HEADER } from './rows.ts';

/** The context of a planned import of a file of this size and encoding. */
export function benchContext(store: ObjectStore, size: number, encoding: FileEncoding): ImportContext {
  const plan = benchPlan(`${HEADER}\n`);
  const planned = { ...plan, source: { ...plan.source, size }, layout: { ...plan.layout, ...encoding } };
  return { store, plan: planned, keys: importKeys(plan.prefix, plan.importId, plan.fileName), fence: 1 };
}
