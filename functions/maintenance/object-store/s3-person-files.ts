import { gunzipSync } from 'node:zlib';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import { names, withoutPerson } from '../domain/person-search.ts';
import type { PersonFile, PersonFiles } from '../ports.ts';

/** A page of a search reads so many versions at most, and is repeated as a whole. */
const VERSIONS_PER_PAGE = 20;
/** A larger text is deleted as a whole: with its records as strings it has to fit into the memory of the function. */
const LARGEST_REWRITTEN_BYTES = 48 * 1024 * 1024;
const RANGE_BYTES = 8 * 1024 * 1024;
/** Longer than any value: what is cut by the end of one range is whole in the next. */
const OVERLAP_BYTES = 64 * 1024;

/** Texts that imports leave. Files that came from outside start an import when they are written, so they are deleted. */
const REWRITTEN = /^imports\/.*\.(txt|csv|log|jsonl)$/;
/** The places of its lines are in the record of the import. */
const FIXED_PLACES = /\.before\.jsonl$/;

/** Of the page before: the key, and its version. */
const MarkersSchema = z.array(z.string()).max(2);

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The encodings of files of customers; a text in another one does not hold the sought values. */
function textsOf(bytes: Uint8Array): string[] {
  return ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'].map((label) => new TextDecoder(label).decode(bytes));
}

export class S3PersonFiles implements PersonFiles {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async search(folder: string, sought: readonly string[], after: string | undefined) {
    const [KeyMarker, VersionIdMarker] = MarkersSchema.parse(after === undefined ? [] : JSON.parse(after));
    const listing = new ListObjectVersionsCommand({
      ...{ Bucket: this.#bucket, Prefix: folder, MaxKeys: VERSIONS_PER_PAGE },
      ...{ KeyMarker, VersionIdMarker },
    });
    const page: ListObjectVersionsCommandOutput = await this.#client.send(listing);
    const found: PersonFile[] = [];
    for (const { Key: key = '', VersionId: versionId = '', Size = 0, IsLatest } of page.Versions ?? []) {
      if (!(await this.#namesPerson(key, versionId, Size, sought))) continue;
      const isText = REWRITTEN.test(key) && !FIXED_PLACES.test(key) && Size <= LARGEST_REWRITTEN_BYTES;
      found.push({ key, versionId, act: isText && IsLatest === true ? 'rewrite' : 'delete' });
    }
    const isLast = !page.IsTruncated || page.NextKeyMarker === undefined;
    return isLast
      ? { found }
      : { found, next: JSON.stringify([page.NextKeyMarker, page.NextVersionIdMarker ?? []].flat()) };
  }

  async clear({ key, versionId, act }: PersonFile, sought: readonly string[]): Promise<void> {
    const bytes = act === 'rewrite' ? await this.#read(key, versionId) : undefined;
    if (bytes) {
      const kept = withoutPerson(Buffer.from(bytes).toString('utf8'), sought);
      if (kept !== undefined) {
        await this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: kept }));
      }
    }
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key, VersionId: versionId }));
  }

  async #namesPerson(key: string, versionId: string, size: number, sought: readonly string[]): Promise<boolean> {
    const isNamed = names(sought);
    // A file name can be a person's name.
    if (isNamed(key)) return true;
    for (let start = 0; start < size; start += RANGE_BYTES) {
      const end = Math.min(start + RANGE_BYTES + OVERLAP_BYTES, size);
      const bytes = await this.#read(key, versionId, `bytes=${start}-${end - 1}`);
      if (!bytes) return false;
      if (start === 0 && isGzip(bytes)) return this.#gzipNames(key, versionId, isNamed);
      if (textsOf(bytes).some(isNamed)) return true;
    }
    return false;
  }

  /** A packed file that cannot be opened here is taken for one that names the person. */
  async #gzipNames(key: string, versionId: string, isNamed: (text: string) => boolean): Promise<boolean> {
    const packed = await this.#read(key, versionId);
    if (!packed) return false;
    try {
      return textsOf(gunzipSync(packed, { maxOutputLength: 4 * LARGEST_REWRITTEN_BYTES })).some(isNamed);
    } catch {
      return true;
    }
  }

  async #read(key: string, versionId: string, range?: string): Promise<Uint8Array | undefined> {
    const get = new GetObjectCommand({ Bucket: this.#bucket, Key: key, VersionId: versionId, Range: range });
    try {
      return await (await this.#client.send(get)).Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey || (error instanceof Error && error.name === 'NoSuchVersion')) return undefined;
      throw error;
    }
  }
}
