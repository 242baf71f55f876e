import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { addStacks } from '../../infra/composition.ts';
import { readSettings } from '../../infra/settings.ts';

export const root = join(import.meta.dirname, '../..');

export interface Resource {
  readonly id: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template's properties are as many as there are resource types
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
}

/**
 * The resources of each stack by its name; each function's inline code is the name of its bundle, so that nothing has to be
 * bundled.
 */
export function synthesiseStacks(context: Record<string, string> = {}): Record<string, Resource[]> {
  // The templates are validated by `npm run synth`; here that would take longer than all the tests.
  process.env.CDK_VALIDATION = 'false';
  const cdkJson = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const app = new App({ context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [] } });
  addStacks(app, {
    settings: readSettings(context),
    codeOf: (bundle) => Code.fromInline(bundle),
  });
  const stacks = app.synth().stacks.map(({ stackName, template }): [string, Resource[]] => {
    const resources = Object.entries<Omit<Resource, 'id'>>(template.Resources);
    return [stackName, resources.map(([id, resource]) => ({ id, ...resource }))];
  });
  return Object.fromEntries(stacks);
}

/** The resources of all stacks. */
export function synthesise(context: Record<string, string> = {}): Resource[] {
  return Object.values(synthesiseStacks(context)).flat();
}

export function ofType(resources: readonly Resource[], type: string): Resource[] {
  const found = resources.filter((resource) => resource.Type === type);
  // A policy over nothing would hold for ever.
  if (found.length === 0) throw new Error(`No ${type} in the templates`);
  return found;
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

/** A value as text: what is known only after deployment stands in angle brackets. */
export function asText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[key, inner] = ['', undefined]] = Object.entries(value);
  if (key === 'Fn::Join') return inner[1].map(asText).join(inner[0]);
  if (key === 'Fn::GetAtt') return `<${inner.join('.')}>`;
  return `<${String(inner)}>`;
}
