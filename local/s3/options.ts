import type { Clock } from '../../functions/shared/domain/clock.ts';
import type { CorsRule } from './cors/cors-rules.ts';
import type { ObjectCreatedEvent } from './events/object-created.ts';

export interface BucketOptions {
  readonly name: string;
  /** Keeps every version of an object, like a bucket with versioning enabled. */
  readonly versioned: boolean;
  /** Which pages of other origins may call it; none by default. */
  readonly corsRules?: readonly CorsRule[];
}

/** A request to the store, for observers. */
export interface ObservedCall {
  /** S3's name of the operation, e.g. `GetObject`. */
  readonly operation: string;
  readonly key: string | undefined;
  /** Contains `app/<function name>` if a function sent the request. */
  readonly userAgent: string;
}

export interface S3ServerOptions {
  /** All data is stored in this directory; it is created if absent. Only one server at a time may use it. */
  readonly directory: string;
  readonly buckets: readonly BucketOptions[];
  /** Secret access keys by access key id. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Requests signed for another region are rejected. Default `us-east-1`. */
  readonly region?: string;
  /** Smallest part of a multipart upload, except its last part, in bytes. Default 5 MiB, as in S3. */
  readonly minimumPartBytes?: number;
  /**
   * Receives an event for each created object, at least once: an event is retried if the promise rejects, deleted when it
   * resolves, and delivered after a restart if the process died before that.
   */
  readonly onObjectEvent?: (event: ObjectCreatedEvent) => Promise<void>;
  /** The origin by which CORS rules know a page of this machine. By default the page's own. */
  readonly awsOrigin?: (origin: string) => string;
  readonly clock?: Clock;
  /** Called for each request with a valid signature, before it runs. */
  readonly onCall?: (call: ObservedCall) => void;
  /** Receives defects and failures of event handlers. Default: prints to standard error. */
  readonly reportError?: (error: unknown) => void;
}
