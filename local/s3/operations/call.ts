import type { Clock } from '../../../functions/shared/domain/clock.ts';
import type { Payload } from '../body/payload.ts';
import type { EventJournal } from '../events/event-journal.ts';
import type { QueryPairs } from '../http/uri.ts';
import type { S3ServerOptions } from '../options.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Contents } from '../store/contents.ts';
import type { Database } from '../store/database.ts';
import type { Bucket, Objects } from '../store/objects.ts';
import type { Uploads } from '../store/uploads.ts';

/** The dependencies of all operations. */
export interface Services {
  readonly database: Database;
  readonly blobs: Blobs;
  readonly contents: Contents;
  readonly objects: Objects;
  readonly uploads: Uploads;
  readonly journal: EventJournal;
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly region: string;
  readonly minimumPartBytes: number;
  readonly startedAt: Date;
  readonly clock: Clock;
  readonly onCall: S3ServerOptions['onCall'];
}

/** A verified request. */
export interface Call {
  readonly services: Services;
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly query: QueryPairs;
  /** Lower-case names, including headers that a presigned address carries in its query. */
  readonly headers: ReadonlyMap<string, string>;
  readonly payload: Payload;
}

export interface BucketCall extends Call {
  readonly bucket: Bucket;
}

export interface ObjectCall extends BucketCall {
  readonly key: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | AsyncIterable<Uint8Array>;
  /** Runs when the reply is sent or the client has disconnected. */
  readonly close?: () => Promise<void>;
}

/** How an operation is selected, which parameters it supports, and its implementation. Other parameters are rejected by name. */
export interface Operation<C extends Call> {
  readonly name: string;
  readonly method: string;
  /** Query parameters and headers that select this operation over a more general one. */
  readonly markers?: readonly string[];
  readonly markerHeaders?: readonly string[];
  /** Further query parameters that it supports. */
  readonly query?: readonly string[];
  /** The `x-amz-` and conditional headers that it supports in addition to the common ones; `x-amz-meta-*` if it stores metadata. */
  readonly headers?: readonly string[];
  /** Whether `run` reads the payload to its end. */
  readonly readsBody?: boolean;
  readonly run: (call: C) => Promise<Reply> | Reply;
}

export function parameter(call: Call, name: string): string | undefined {
  return call.query.find(([candidate]) => candidate === name)?.[1];
}

export function xmlReply(body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, headers: { 'content-type': 'application/xml', ...headers }, body };
}

/** `x-amz-version-id`, if the bucket is versioned. */
export function versionHeader(call: BucketCall, versionId: string | undefined): Record<string, string> {
  return call.bucket.versioned && versionId !== undefined ? { 'x-amz-version-id': versionId } : {};
}
