import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import * as z from 'zod';
import type { ObjectClient } from '../s3/client.ts';
import type { HostNames } from '../template/host-names.ts';
import type { SiteDeployment } from '../template/resources/site-deployments.ts';
import { fitsWildcards } from '../wildcards.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const RecordSchema = z.record(z.string(), z.string());

interface SiteSettings {
  readonly client: ObjectClient;
  /** Base address of a bucket by its name, with a slash at the end. */
  readonly bucketAddress: (name: string) => string;
  readonly hosts: HostNames;
  /** Remembers what has been copied: as CloudFormation, only a changed deployment is carried out again. */
  readonly recordFile: string;
}

/**
 * Copies files into buckets as the custom resource of CDK's BucketDeployment does. Addresses of AWS in files with markers become
 * those of this machine.
 */
export async function deploySites(deployments: readonly SiteDeployment[], settings: SiteSettings): Promise<void> {
  const { recordFile, hosts } = settings;
  const record = existsSync(recordFile) ? RecordSchema.parse(JSON.parse(readFileSync(recordFile, 'utf8'))) : {};
  for (const deployment of deployments) {
    const hash = createHash('sha256')
      .update(JSON.stringify([deployment, hosts]))
      .digest('hex');
    if (record[deployment.id] === hash) continue;
    await copy(deployment, settings);
    record[deployment.id] = hash;
    writeFileSync(recordFile, JSON.stringify(record), { mode: 0o600 });
  }
}

async function copy(deployment: SiteDeployment, { client, bucketAddress, hosts }: SiteSettings): Promise<void> {
  const files = new Map(deployment.sources.flatMap((source) => filesOf(source, hosts)));
  const bucket = bucketAddress(deployment.bucket);
  for (const [key, read] of files) {
    if (!isSelected(key, deployment)) continue;
    const headers = { ...deployment.headers, 'content-type': MEDIA_TYPES[extname(key)] ?? 'binary/octet-stream' };
    const response = await client.send({ method: 'PUT', bucket, key, headers, body: read() });
    response.resume();
    if (response.statusCode !== 200) throw new Error(`The file ${key} of the console could not be stored.`);
  }
}

/** The files of a source by their keys. */
function filesOf({ folder, markers }: SiteDeployment['sources'][number], hosts: HostNames): [string, () => Buffer][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file).replaceAll(sep, '/'), () => contentOf(file, markers, hosts)]);
}

function contentOf(file: string, markers: Readonly<Record<string, string>>, hosts: HostNames): Buffer {
  const bytes = readFileSync(file);
  if (Object.keys(markers).length === 0) return bytes;
  // A marker stands inside a text of a JSON document.
  const text = Object.entries(markers).reduce(
    (replaced, [marker, value]) => replaced.replaceAll(marker, JSON.stringify(value).slice(1, -1)),
    bytes.toString('utf8'),
  );
  return Buffer.from(hosts.localise(text));
}

/** Exclusions are made first; inclusions bring files back. */
function isSelected(key: string, { exclude, include }: SiteDeployment): boolean {
  const fits = (pattern: string) => fitsWildcards(pattern, key);
  return !exclude.some(fits) || include.some(fits);
}
