import * as z from 'zod';

/** Headers that are stored and returned: content-type and similar, and x-amz-meta-*; names in lower case. */
export type StoredHeaders = Readonly<Record<string, string>>;

/** A checksum that the client gave and the store verified. COMPOSITE: computed from the checksums of the parts. */
export const ChecksumSchema = z.object({
  algorithm: z.enum(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256']),
  value: z.string(),
  type: z.enum(['FULL_OBJECT', 'COMPOSITE']),
});
export type Checksum = z.infer<typeof ChecksumSchema>;

/** The checksum that a multipart upload gets. */
export const ChecksumKindSchema = ChecksumSchema.omit({ value: true });
export type ChecksumKind = z.infer<typeof ChecksumKindSchema>;

/** The version id of objects in a bucket that is not versioned. */
export const NULL_VERSION = 'null';

const HeadersSchema = z.record(z.string(), z.string());

/** A stored row; `size` in bytes, `modifiedAt` in milliseconds since 1970, `etag` without its quotes. */
const ObjectVersionRow = z
  .object({
    sequence: z.number(),
    key: z.instanceof(Uint8Array),
    version_id: z.string(),
    latest: z.number(),
    delete_marker: z.number(),
    content: z.number().nullable(),
    size: z.number(),
    etag: z.string(),
    checksum: z.string().nullable(),
    headers: z.string(),
    modified_at: z.number(),
  })
  .transform((row) => ({
    sequence: row.sequence,
    key: keyFromBytes(row.key),
    versionId: row.version_id,
    isLatest: row.latest === 1,
    isDeleteMarker: row.delete_marker === 1,
    content: row.content ?? undefined,
    size: row.size,
    etag: row.etag,
    checksum: parseChecksum(row.checksum),
    headers: parseHeaders(row.headers),
    modifiedAt: row.modified_at,
  }));

export type ObjectVersion = z.infer<typeof ObjectVersionRow>;

export function parseObjectVersion(row: unknown): ObjectVersion {
  return ObjectVersionRow.parse(row);
}

export function parseChecksum(text: string | null): Checksum | undefined {
  return text === null ? undefined : ChecksumSchema.parse(JSON.parse(text));
}

export function parseHeaders(text: string): StoredHeaders {
  return HeadersSchema.parse(JSON.parse(text));
}

export function keyBytes(key: string): Buffer {
  return Buffer.from(key, 'utf8');
}

export function keyFromBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
