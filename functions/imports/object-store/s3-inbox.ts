import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput, type S3Client } from '@aws-sdk/client-s3';
import type { Inbox, InboxFile } from '../ports.ts';

export class S3Inbox implements Inbox {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async *list(folder: string): AsyncIterable<InboxFile> {
    let markers: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | undefined = {};
    while (markers) {
      const listing = new ListObjectVersionsCommand({ Bucket: this.#bucket, Prefix: folder, ...markers });
      const page: ListObjectVersionsCommandOutput = await this.#client.send(listing);
      for (const { Key = '', VersionId = '', LastModified = new Date(0), IsLatest } of page.Versions ?? []) {
        if (IsLatest && !Key.endsWith('/')) yield { key: Key, versionId: VersionId, modifiedAt: LastModified };
      }
      const { IsTruncated, NextKeyMarker, NextVersionIdMarker } = page;
      const isLast = !IsTruncated || NextKeyMarker === undefined;
      markers = isLast
        ? undefined
        : { KeyMarker: NextKeyMarker, ...(NextVersionIdMarker && { VersionIdMarker: NextVersionIdMarker }) };
    }
  }
}
