import { NoSuchKey, type S3Client } from '@aws-sdk/client-s3';

export interface StoredVersion {
  readonly Key: string;
  readonly VersionId: string;
  readonly isMarker?: true;
  readonly body?: Buffer;
}

interface Input {
  readonly Prefix?: string;
  readonly KeyMarker?: string;
  readonly VersionIdMarker?: string;
  readonly MaxKeys?: number;
  readonly Key?: string;
  readonly VersionId?: string;
  readonly Range?: string;
  readonly Body?: string;
}

/** A versioned bucket in memory, as its SDK client shows it. The versions of a key are listed the newest first. */
export class VersionedBucket {
  versions: StoredVersion[] = [];
  /** Called before each request. */
  onRequest: () => void = () => {};
  readonly #pageSize: number;
  #count = 0;

  constructor(versions: readonly StoredVersion[] = [], pageSize = 1_000) {
    this.versions = [...versions];
    this.#pageSize = pageSize;
  }

  put(key: string, body: Buffer | string): void {
    this.#count += 1;
    this.versions.unshift({ Key: key, VersionId: `v${this.#count}`, body: Buffer.from(body) });
  }

  get client(): S3Client {
    const send = async (command: { readonly input: Input }) => {
      this.onRequest();
      const { input } = command;
      const { name } = command.constructor;
      if (name === 'ListObjectVersionsCommand') return this.#list(input);
      if (name === 'DeleteObjectCommand') return this.#delete(input);
      if (name === 'PutObjectCommand') return this.put(input.Key ?? '', input.Body ?? '');
      if (name === 'GetObjectCommand') return this.#get(input);
      throw new Error(`The bucket in memory has no ${name}`);
    };
    return { send } as unknown as S3Client;
  }

  #list({ Prefix = '', KeyMarker, VersionIdMarker, MaxKeys = this.#pageSize }: Input) {
    const newest = new Set<string>();
    const listed = this.versions.map((version) => {
      const IsLatest = !newest.has(version.Key);
      newest.add(version.Key);
      return { ...version, IsLatest, Size: version.body?.length ?? 0 };
    });
    const all = listed
      .filter(({ Key }) => Key.startsWith(Prefix))
      .toSorted((one, other) => Buffer.compare(Buffer.from(one.Key), Buffer.from(other.Key)));
    const at = all.findIndex(({ Key, VersionId }) => Key === KeyMarker && VersionId === VersionIdMarker);
    // As S3 does, also where the version of the marker is gone.
    const found = at >= 0 ? all.slice(at + 1) : all.filter(({ Key }) => KeyMarker === undefined || Key > KeyMarker);
    const page = found.slice(0, MaxKeys);
    const last = page.at(-1);
    return {
      Versions: page.filter(({ isMarker }) => !isMarker),
      DeleteMarkers: page.filter(({ isMarker }) => isMarker),
      IsTruncated: found.length > page.length,
      ...(found.length > page.length && { NextKeyMarker: last?.Key, NextVersionIdMarker: last?.VersionId }),
    };
  }

  #delete({ Key, VersionId }: Input) {
    this.versions = this.versions.filter((version) => version.Key !== Key || version.VersionId !== VersionId);
  }

  #get({ Key, VersionId, Range }: Input) {
    const found = this.versions.find((version) => version.Key === Key && version.VersionId === VersionId);
    if (!found?.body) throw new NoSuchKey({ message: 'gone', $metadata: {} });
    const [, start = '0', end = String(found.body.length)] = /bytes=(\d+)-(\d+)/.exec(Range ?? '') ?? [];
    const bytes = new Uint8Array(found.body.subarray(Number(start), Number(end) + 1));
    return { Body: { transformToByteArray: async () => bytes } };
  }
}
