import type { Clock } from '../../functions/shared/domain/clock.ts';
import type { ObjectCreatedEvent } from './events/object-created.ts';

export interface BucketOptions {
  readonly name: string;
  /** Keeps every version of an object, as a bucket with versioning enabled does. */
  readonly versioned: boolean;
}

/** A call as those who watch the store see it. */
export interface ObservedCall {
  /** By S3's own name, e.g. `GetObject`. */
  readonly operation: string;
  readonly key: string | undefined;
  /** Functions name themselves in it as `app/<function name>`. */
  readonly userAgent: string;
}

export interface S3ServerOptions {
  /** Everything is stored under this directory; it is made when absent. One server at a time may use it. */
  readonly directory: string;
  readonly buckets: readonly BucketOptions[];
  /** Secret access key by access key id. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Requests signed for another region are refused. Default `us-east-1`. */
  readonly region?: string;
  /** Smallest part of a multipart upload, its last part excepted, in bytes. Default is S3's own 5 MiB. */
  readonly minimumPartBytes?: number;
  /**
   * Receives an event for each object created, at least once: an event is forgotten only when the promise resolves, is
   * tried again when it rejects, and is delivered after a restart when the process died before.
   */
  readonly onObjectEvent?: (event: ObjectCreatedEvent) => Promise<void>;
  readonly clock?: Clock;
  /** Hears of each call whose signature is right, before it runs. */
  readonly onCall?: (call: ObservedCall) => void;
  /** Hears of defects and of event handlers that failed. Default: standard error. */
  readonly reportError?: (error: unknown) => void;
}
