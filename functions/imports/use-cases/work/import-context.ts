import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { parseStored } from '../../../shared/domain/stored.ts';
import { readResult, readText } from '../../../shared/use-cases/work-objects.ts';
import { isPlainUtf8 } from '../../domain/encoding/file-encoding.ts';
import { type ImportKeys, importKeys, workKeys } from '../../domain/import-keys.ts';
import { DecodedSchema, decodedKey } from '../../domain/layout/decoded.ts';
import { type AcceptedPlan, PlanSchema } from '../../domain/plan.ts';

/** The context of every step after the plan. */
export interface ImportContext {
  readonly store: ObjectStore;
  readonly plan: AcceptedPlan;
  readonly keys: ImportKeys;
  /** The fence of the current attempt. */
  readonly fence: number;
}

/** The object with the records: the uploaded file, or the decoded one. */
export interface SourceToRead {
  readonly key: string;
  readonly versionId: string | undefined;
  readonly size: number;
}

/** An import whose records can be read. */
export interface OpenImport extends ImportContext {
  readonly source: SourceToRead;
}

export interface ImportName {
  readonly importId: string;
  readonly prefix: string;
}

export type RunningImport = ImportName & Pick<ImportContext, 'fence'>;

/** Opens an import whose plan was accepted and whose file is UTF-8 or was decoded. @throws Error before that */
export async function openImport(store: ObjectStore, running: RunningImport): Promise<OpenImport> {
  return openSource(await openPlanned(store, running));
}

/** A warm function processes chunk after chunk of one import, whose plan never changes: it parses the plan once. */
const parsePlan = rememberLast((text) => parseStored(PlanSchema, JSON.parse(text)));

function rememberLast<Value>(parse: (text: string) => Value): (text: string) => Value {
  let last: { readonly text: string; readonly value: Value } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: parse(text) };
    return last.value;
  };
}

/** Opens an import whose plan was accepted. @throws Error before there is a plan */
export async function openPlanned(
  store: ObjectStore,
  { importId, prefix, fence }: RunningImport,
): Promise<ImportContext> {
  const plan = parsePlan(await readText(store, workKeys(prefix, importId).plan));
  if (!plan.accepted) throw new Error(`Import ${importId} was rejected; nothing of it can go on`);
  return { store, plan, keys: importKeys(prefix, importId, plan.fileName), fence };
}

/** @throws Error when the file has to be decoded and has not been */
export async function openSource(context: ImportContext): Promise<OpenImport> {
  const { store, plan, keys } = context;
  if (isPlainUtf8(plan.layout)) return { ...context, source: plan.source };
  const decoded = await readResult(store, decodedKey(keys), DecodedSchema);
  if ('rejection' in decoded) throw new Error(`Import ${plan.importId} was rejected; nothing of it can go on`);
  return { ...context, source: { ...decoded, versionId: undefined } };
}

/** The items of a Map state: `[0, 1, 2 …]`. What each number means is in the work objects, so payloads stay small. */
export const chunkNumbers = (count: number): number[] => Array.from({ length: count }, (_, chunk) => chunk);
