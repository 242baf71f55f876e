import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { withLock } from '../cloud/lock.ts';
import { sourceHash } from './source-hash.ts';

/** How many older outputs stay, because tests use several contexts. */
const OLDER_OUTPUTS = 6;

/** The context that the CDK's command line adds: templates then contain the path of each resource, from which names are made. */
const COMMAND_LINE_CONTEXT = { 'aws:cdk:enable-path-metadata': true };

const CdkJsonSchema = z.object({ context: z.record(z.string(), z.unknown()).default({}) });

/**
 * Returns the folder with the synthesised templates, bundles and console of the current sources. Builds and synthesises only
 * if there is no output of the same sources and context.
 * @param root the repository's folder
 * @param context values for `cdk -c name=value`
 * @param announce called before a synthesis, which takes seconds
 * @throws Error with the tool's output if a step fails
 */
export async function synthesise(
  root: string,
  context: Readonly<Record<string, string>>,
  announce: () => void = () => {},
): Promise<string> {
  const outputs = join(root, 'cdk.out', 'embedded');
  const folder = join(outputs, sourceHash(root, context));
  if (existsSync(folder)) return folder;
  // One synthesis at a time: all write their bundles to the same folder.
  return withLock(join(outputs, 'synth.lock'), async () => {
    if (existsSync(folder)) return folder;
    announce();
    await make(root, context, folder);
    removeOldest(outputs);
    return folder;
  });
}

async function make(root: string, context: Readonly<Record<string, string>>, folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const fromFile = CdkJsonSchema.parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'))).context;
  await Promise.all([run(root, ['tools/bundle.ts'], {}), run(root, ['tools/web.ts'], {})]);
  await run(root, ['infra/app.ts'], {
    // The templates are the same without validation, in a third of the time; `npm run synth` validates them.
    CDK_VALIDATION: 'false',
    CDK_OUTDIR: unfinished,
    CDK_CONTEXT_JSON: JSON.stringify({ ...COMMAND_LINE_CONTEXT, ...fromFile, ...context }),
  });
  renameSync(unfinished, folder);
}

async function run(root: string, args: string[], variables: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`node ${args.join(' ')} failed:\n${Buffer.concat(output).toString('utf8')}`);
}

function removeOldest(outputs: string): void {
  const folders = readdirSync(outputs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(outputs, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of folders.slice(OLDER_OUTPUTS)) rmSync(folder, { recursive: true, force: true });
}
