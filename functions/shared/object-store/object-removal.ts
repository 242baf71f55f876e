import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import { mapConcurrently } from '../domain/map-concurrently.ts';
import type { Removal, RemovedTable } from '../domain/removal.ts';
import { parseStored } from '../domain/stored.ts';

/** The objects of one folder that go with a CRM table, with all their versions. */
export interface RemovedFolder {
  /** What the certificate counts their versions as. */
  readonly kind: string;
  /** Ends with a slash. */
  readonly folder: string;
}

interface ObjectRemovalOptions {
  readonly name: string;
  readonly client: S3Client;
  readonly bucket: string;
  readonly folders: (removed: RemovedTable) => readonly RemovedFolder[];
}

interface Version {
  readonly key: string;
  readonly versionId: string | undefined;
  /** A marker says that the object was deleted; it has no bytes. */
  readonly isMarker: boolean;
}

/** One request for each version: a role can allow that by the key, where a request for many has none. */
const DELETIONS_IN_FLIGHT = 32;

/** The place of the folder, and the last key of the page. */
const RangeSchema = z.object({ at: z.int(), to: z.string() });

const isAfter = (key: string, other: string): boolean => Buffer.compare(Buffer.from(key), Buffer.from(other)) > 0;

function versionsOf({ Versions = [], DeleteMarkers = [] }: ListObjectVersionsCommandOutput): Version[] {
  return [
    ...Versions.map(({ Key = '', VersionId }) => ({ key: Key, versionId: VersionId, isMarker: false })),
    ...DeleteMarkers.map(({ Key = '', VersionId }) => ({ key: Key, versionId: VersionId, isMarker: true })),
  ];
}

/** Whole keys: the last key of a page may have further versions on the next one, unless the page has no other key. */
function wholeKeys(versions: readonly Version[], isLastPage: boolean): readonly Version[] {
  const last = versions.map(({ key }) => key).reduce((one, other) => (isAfter(other, one) ? other : one), '');
  const others = versions.filter(({ key }) => key !== last);
  return isLastPage || others.length === 0 ? versions : others;
}

/** Deletes every version of the objects of folders. What is deleted is no longer listed: each page is the first one. */
export function objectRemoval({ name, client, bucket, folders }: ObjectRemovalOptions): Removal {
  async function firstPage(folder: string): Promise<readonly Version[]> {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: folder }));
    return wholeKeys(versionsOf(page), page.IsTruncated !== true);
  }

  async function deleteAll(versions: readonly Version[]): Promise<void> {
    await mapConcurrently(versions, DELETIONS_IN_FLIGHT, ({ key, versionId }) =>
      client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId })),
    );
  }

  return {
    name,
    async page(removed, position) {
      for (const [at, { kind, folder }] of folders(removed).entries()) {
        const versions = at < position ? [] : await firstPage(folder);
        if (versions.length === 0) continue;
        const to = versions.map(({ key }) => key).reduce((one, other) => (isAfter(other, one) ? other : one));
        const counted = versions.filter(({ isMarker }) => !isMarker).length;
        return { counts: { [kind]: counted }, range: JSON.stringify({ at, to }), position: at };
      }
      return undefined;
    },
    async remove(removed, range) {
      const { at, to } = parseStored(RangeSchema, JSON.parse(range));
      const folder = folders(removed)[at]?.folder;
      if (folder === undefined) return;
      for (;;) {
        const counted = (await firstPage(folder)).filter(({ key }) => !isAfter(key, to));
        if (counted.length === 0) return;
        await deleteAll(counted);
      }
    },
  };
}
