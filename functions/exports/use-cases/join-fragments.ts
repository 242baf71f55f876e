import * as z from 'zod';
import { cutIntoParts } from '../../imports/index.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import type { ObjectStore } from '../../shared/domain/object-store.ts';
import { inFlight, readOrMake, readResults } from '../../shared/use-cases/work-objects.ts';
import { headOf, readBackDefinition } from '../domain/columns.ts';
import type { Export, ExportInput } from '../domain/export.ts';
import { exportFiles, exportWork, fragmentKey, progressFolder, readProgressKey } from '../domain/export-keys.ts';
import { type ExportPlan, openPlan, stopIfCancelled } from './open-export.ts';

const MOST_SECONDS = 90;
/** S3 requires 5 MiB of every part but the last, and takes 10,000 parts. */
const PART_BYTES = 8 * 1024 * 1024;
const MOST_PARTS = 5_000;

const LOST_HEADINGS = 'Customer ID,Field,Value\r\n';

interface Ports {
  readonly store: ObjectStore;
  readonly clock: Clock;
}
type Counts = NonNullable<Export['counts']>;

interface Fragment {
  readonly shard: number;
  readonly piece: number;
  readonly rows: number;
  readonly bytes: number;
  readonly lost: number;
  readonly lostBytes: number;
}

/** All fragments in the order of the file. */
async function fragmentsOf(store: Pick<ObjectStore, 'list'>, named: ExportInput): Promise<Fragment[]> {
  const found: Fragment[] = [];
  for await (const { key } of store.list(progressFolder(named))) found.push(readProgressKey(key));
  return found;
}

const sumOf = (fragments: readonly Fragment[], of: 'rows' | 'bytes' | 'lost'): number =>
  fragments.reduce((sum, fragment) => sum + fragment[of], 0);

/** What has been written so far. */
export async function measureExport(store: Pick<ObjectStore, 'list'>, named: ExportInput): Promise<Counts> {
  const fragments = await fragmentsOf(store, named);
  return {
    rows: sumOf(fragments, 'rows'),
    bytes: sumOf(fragments, 'bytes'),
    unrepresentable: sumOf(fragments, 'lost'),
  };
}

const UploadSchema = z.object({ uploadId: z.string() });
const PartSchema = z.object({ etag: z.string() });

/**
 * Joins the fragments to the file, and writes the import definition that reads it back. Continues where an earlier call of
 * the same attempt has stopped.
 * @throws ExportCancelled
 */
export async function joinFragments(
  { store, clock }: Ports,
  input: ExportInput,
): Promise<{ readonly complete: boolean }> {
  await stopIfCancelled(store, input);
  const plan = await openPlan(store, input);
  const fragments = await fragmentsOf(store, input);
  const files = exportFiles(plan);
  const end = clock.now().getTime() + MOST_SECONDS * 1000;
  const isInTime = () => clock.now().getTime() < end;
  const head = headOf(plan.options, plan.fields, plan.table);
  const pieces = fragments
    .filter(({ bytes }) => bytes > 0)
    .map(({ shard, piece, bytes }) => ({ key: fragmentKey(input, shard, piece, 'data'), bytes }));
  const lost = fragments.filter(({ lostBytes }) => lostBytes > 0);
  if (!(await join(store, input, 'data', files.data, head, pieces, isInTime))) return { complete: false };
  if (lost.length > 0) {
    const lostPieces = lost.map(({ shard, piece, lostBytes }) => ({
      key: fragmentKey(input, shard, piece, 'lost'),
      bytes: lostBytes,
    }));
    const mark = Buffer.from(`\uFEFF${LOST_HEADINGS}`);
    if (!(await join(store, input, 'lost', files.unrepresentable, mark, lostPieces, isInTime)))
      return { complete: false };
  }
  await storeDefinition(store, plan);
  return { complete: true };
}

async function storeDefinition(store: ObjectStore, plan: ExportPlan): Promise<void> {
  if (plan.options.kind === 'edits') return;
  const definition = readBackDefinition(plan.options, plan.fields);
  await store.put(exportFiles(plan).definition, `${JSON.stringify(definition, undefined, 2)}\n`);
}

/** Joins the pieces after a head. @returns whether the file is complete */
async function join(
  store: ObjectStore,
  input: ExportInput,
  kind: 'data' | 'lost',
  key: string,
  head: Buffer,
  pieces: ReadonlyArray<{ readonly key: string; readonly bytes: number }>,
  isInTime: () => boolean,
): Promise<boolean> {
  const total = pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  const { parts } = cutIntoParts(key, pieces, Math.max(PART_BYTES, Math.ceil(total / MOST_PARTS)));
  const bodyOf = async (part: number) => {
    const keys = (parts[part] ?? []).flatMap((piece) => ('key' in piece ? piece.key : []));
    const bodies = await inFlight(keys, (each) => store.read(each));
    return Buffer.concat(part === 0 ? [head, ...bodies] : bodies);
  };
  if (parts.length <= 1) {
    await store.put(key, await bodyOf(0));
    return true;
  }
  const folder = `${exportWork(input)}join-${input.attempt}-${kind}/`;
  const partKey = (part: number) => `${folder}${part}.json`;
  const { uploadId } = await readOrMake(store, `${folder}upload.json`, UploadSchema, async () => ({
    uploadId: await store.openUpload(key),
  }));
  for (let part = 0; part < parts.length; part += 1) {
    if (!isInTime()) return false;
    await readOrMake(store, partKey(part), PartSchema, async () => {
      const { etag } = await store.putPart(key, uploadId, part + 1, await bodyOf(part));
      return { etag };
    });
  }
  const written = await readResults(store, parts.length, partKey, PartSchema);
  if (await store.isUploadOpen(key, uploadId))
    await store.completeUpload(
      key,
      uploadId,
      written.map(({ etag }, index) => ({ partNumber: index + 1, etag })),
    );
  return true;
}
