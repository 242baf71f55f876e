import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateHash } from '../../local/synth/source-hash.ts';
import type { SettingsName } from './settings-of-templates.ts';

export const root = join(import.meta.dirname, '../..');

const KEPT = join(root, 'cdk.out', 'resources-of-tests.json');

export interface Resource {
  readonly id: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template's properties are as many as there are resource types
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
}

/**
 * The resources of each stack by its name. Loading the CDK takes seconds, so that one process synthesises the templates of
 * all settings and all test files read its result until a source changes.
 */
export function synthesiseStacks(settings: SettingsName = 'trial'): Record<string, Resource[]> {
  // How it is written counts as a source, too.
  const writers = ['synthesis-with.ts', 'settings-of-templates.ts', 'write-resources.ts'].map((name) =>
    join(import.meta.dirname, name),
  );
  const hash = templateHash(root, { writers: writers.map((file) => readFileSync(file, 'utf8')).join('\n') });
  const kept = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : {};
  if (kept.hash === hash) return kept.stacks[settings];
  const args = [join(import.meta.dirname, 'write-resources.ts'), KEPT, hash];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The templates cannot be synthesised:\n${stderr}`);
  return JSON.parse(readFileSync(KEPT, 'utf8')).stacks[settings];
}

/** The resources of all stacks. */
export function synthesise(settings: SettingsName = 'trial'): Resource[] {
  return Object.values(synthesiseStacks(settings)).flat();
}

export function ofType(resources: readonly Resource[], type: string): Resource[] {
  const found = resources.filter((resource) => resource.Type === type);
  // A policy over nothing would hold for ever.
  if (found.length === 0) throw new Error(`No ${type} in the templates`);
  return found;
}

/** The functions of the project: without the one by which CDK copies the console's files. */
export function ownFunctions(resources: readonly Resource[]): Resource[] {
  return ofType(resources, 'AWS::Lambda::Function').filter(({ id }) => !id.startsWith('CustomCDKBucketDeployment'));
}

export function bundleOf(lambda: Resource): string {
  return lambda.Properties.Code.ZipFile;
}

/** The ids of the resources that a value names, anywhere inside it. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String(inner[0])];
    return referencesIn(inner);
  });
}

/** A value as text; a part that is known only after deployment is in angle brackets. */
export function asText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[key, inner] = ['', undefined]] = Object.entries(value);
  if (key === 'Fn::Join') return inner[1].map(asText).join(inner[0]);
  if (key === 'Fn::GetAtt') return `<${inner.join('.')}>`;
  return `<${String(inner)}>`;
}
