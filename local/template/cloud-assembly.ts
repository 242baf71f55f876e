import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { JsonValueSchema } from '../json-value.ts';

const ResourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), JsonValueSchema).default({}),
  Condition: z.string().optional(),
  Metadata: z.object({ 'aws:cdk:path': z.string().optional() }).loose().default({}),
});

/** Unsupported sections (Conditions, Mappings, Rules, Transform) are errors. */
const TemplateSchema = z.strictObject({
  AWSTemplateFormatVersion: z.string().optional(),
  Description: z.string().optional(),
  Metadata: z.unknown().optional(),
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: z.string().optional() }).loose()).default({}),
  Resources: z.record(z.string(), ResourceSchema),
  Outputs: z
    .record(
      z.string(),
      z.object({ Value: JsonValueSchema, Export: z.object({ Name: JsonValueSchema }).optional() }).loose(),
    )
    .default({}),
});

const ManifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z
        .object({ templateFile: z.string().optional(), stackName: z.string().optional(), file: z.string().optional() })
        .optional(),
    }),
  ),
});

const AssetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

export type Resource = z.infer<typeof ResourceSchema>;

/** One stack of the app in the output of `cdk synth`. */
export interface Stack extends z.infer<typeof TemplateSchema> {
  readonly name: string;
}

export interface CloudAssembly {
  readonly stacks: readonly Stack[];
  /** File or folder of an asset by the object key in the templates. */
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * Reads the output of `cdk synth` in `dir`.
 * @throws Error that names the stack and the unsupported elements of its template
 */
export function readCloudAssembly(dir: string): CloudAssembly {
  const { artifacts } = ManifestSchema.parse(readJson(join(dir, 'manifest.json')));
  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  for (const [id, { type, properties }] of Object.entries(artifacts)) {
    if (type === 'aws:cloudformation:stack')
      stacks.push(readStack(dir, properties?.stackName ?? id, properties?.templateFile));
    if (type === 'cdk:asset-manifest') addAssets(dir, properties?.file, assets);
  }
  return { stacks, assets };
}

function readStack(dir: string, name: string, templateFile = `${name}.template.json`): Stack {
  const parsed = TemplateSchema.safeParse(readJson(join(dir, templateFile)));
  if (!parsed.success)
    throw new Error(`The template of stack ${name} cannot run here:\n${z.prettifyError(parsed.error)}`);
  return { name, ...parsed.data };
}

function addAssets(dir: string, file: string | undefined, assets: Map<string, string>): void {
  if (file === undefined) return;
  for (const { source, destinations } of Object.values(AssetsSchema.parse(readJson(join(dir, file))).files)) {
    if (source.path === undefined) continue;
    for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, join(dir, source.path));
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
