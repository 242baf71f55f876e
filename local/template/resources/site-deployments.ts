import * as z from 'zod';
import type { ResolvedResource } from '../resolver.ts';

const DeploymentSchema = z.strictObject({
  ServiceToken: z.string(),
  SourceBucketNames: z.array(z.string()),
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.string())).default([]),
  SourceMarkersConfig: z.array(z.strictObject({ jsonEscape: z.boolean().optional() })).default([]),
  DestinationBucketName: z.string(),
  Exclude: z.array(z.string()).default([]),
  Include: z.array(z.string()).default([]),
  // Nothing is deleted here.
  Prune: z.literal(false),
  SystemMetadata: z.strictObject({ 'cache-control': z.string().optional() }).default({}),
  DistributionId: z.string().optional(),
  DistributionPaths: z.array(z.string()).optional(),
  WaitForDistributionInvalidation: z.boolean().optional(),
  OutputObjectKeys: z.boolean().optional(),
});

interface SiteSource {
  readonly folder: string;
  /** Text by the marker that stands for it in the files. */
  readonly markers: Readonly<Record<string, string>>;
}

/** Copies folders into a bucket. */
export interface SiteDeployment {
  readonly id: string;
  /** A file of a later one replaces that of an earlier one. */
  readonly sources: readonly SiteSource[];
  readonly bucket: string;
  readonly exclude: readonly string[];
  /** Brings back what `exclude` has left out. */
  readonly include: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** @param assets folder of a source by its object key @throws Error that names what is missing or not supported */
export function readSiteDeployment(
  { logicalId, properties }: ResolvedResource,
  assets: ReadonlyMap<string, string>,
): SiteDeployment {
  const parsed = DeploymentSchema.safeParse(properties);
  if (!parsed.success)
    throw new Error(`The BucketDeployment ${logicalId} cannot run here:\n${z.prettifyError(parsed.error)}`);
  const { SourceObjectKeys: keys, SourceMarkers: markers, ...deployment } = parsed.data;
  return {
    id: logicalId,
    sources: keys.map((key, index) => ({ folder: folderOf(key, assets), markers: markers[index] ?? {} })),
    bucket: deployment.DestinationBucketName,
    exclude: deployment.Exclude,
    include: deployment.Include,
    headers: deployment.SystemMetadata,
  };
}

function folderOf(key: string, assets: ReadonlyMap<string, string>): string {
  const folder = assets.get(key);
  if (folder === undefined) throw new Error(`The files ${key} of a BucketDeployment are not among the assets.`);
  return folder;
}
