import * as z from 'zod';
import { OptionChoicesSchema } from '../../../definitions/index.ts';
import type { SourceVersion } from '../import-id.ts';

/** EventBridge's "Object Created" of Amazon S3; keys are not URL-encoded. */
const ObjectCreatedSchema = z.object({
  time: z.iso.datetime(),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    // The role of start-import may read more folders: an event for another one is not an upload.
    object: z.object({ key: z.string().startsWith('uploads/'), 'version-id': z.string() }),
  }),
});

/** @throws ZodError when the event is another one */
export function readObjectCreated(event: unknown): { readonly source: SourceVersion; readonly arrivedAt: Date } {
  const { time, detail } = ObjectCreatedSchema.parse(event);
  const { bucket, object } = detail;
  return {
    source: { bucket: bucket.name, key: object.key, versionId: object['version-id'] },
    arrivedAt: new Date(time),
  };
}

const ResumptionSchema = z.strictObject({ resume: z.string().min(1) });

/** `{"resume": "<importId>"}`, or undefined for any other event. */
export const readResumption = (event: unknown): z.infer<typeof ResumptionSchema> | undefined =>
  ResumptionSchema.safeParse(event).data;

const DispatchSchema = z.strictObject({ dispatch: z.string().min(1) });

/** `{"dispatch": "<PREFIX>"}`, or undefined for any other event. */
export const readDispatch = (event: unknown): z.infer<typeof DispatchSchema> | undefined =>
  DispatchSchema.safeParse(event).data;

const BeginningSchema = z.strictObject({ begin: z.string().min(1) });

/** `{"begin": "<importId>"}`, or undefined for any other event. */
export const readBeginning = (event: unknown): z.infer<typeof BeginningSchema> | undefined =>
  BeginningSchema.safeParse(event).data;

const FiringSchema = z.strictObject({
  schedule: z.strictObject({
    scheduleId: z.string().min(1),
    prefix: z.string().min(1),
    source: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('key'), key: z.string().min(1) }),
      z.strictObject({ kind: z.literal('newest') }),
      z.strictObject({ kind: z.literal('all-new') }),
    ]),
    definition: z.string().optional(),
    options: OptionChoicesSchema.optional(),
  }),
  scheduledAt: z.iso.datetime(),
});
/** A schedule whose time has come. */
export type Firing = z.infer<typeof FiringSchema>;

/** The event of EventBridge Scheduler for a schedule; undefined for any other event. */
export const readFiring = (event: unknown): Firing | undefined => FiringSchema.safeParse(event).data;

/** Why start-import was invoked. */
export type StartEvent =
  | { readonly kind: 'resume'; readonly importId: string }
  | { readonly kind: 'dispatch'; readonly prefix: string }
  /** An import whose record exists, and whose file was in the bucket before it. */
  | { readonly kind: 'begin'; readonly importId: string }
  | { readonly kind: 'schedule'; readonly firing: Firing }
  | { readonly kind: 'upload'; readonly arrival: ReturnType<typeof readObjectCreated> };

/** @throws ZodError when start-import does not know the event */
export function readStartEvent(event: unknown): StartEvent {
  const resumption = readResumption(event);
  if (resumption) return { kind: 'resume', importId: resumption.resume };
  const queue = readDispatch(event);
  if (queue) return { kind: 'dispatch', prefix: queue.dispatch };
  const beginning = readBeginning(event);
  if (beginning) return { kind: 'begin', importId: beginning.begin };
  const firing = readFiring(event);
  if (firing) return { kind: 'schedule', firing };
  return { kind: 'upload', arrival: readObjectCreated(event) };
}
