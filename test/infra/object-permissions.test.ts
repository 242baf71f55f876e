import { beforeAll, describe, expect, test } from '@jest/globals';
import { asText, ofType, type Resource, synthesise } from './synthesis.ts';

/** The access of a function to objects of the data bucket, or, in the functions of documents, of theirs. */
interface Objects {
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  /** Asks whether a multipart upload of them is open, or which parts it has. */
  readonly finds?: readonly string[];
  readonly aborts?: readonly string[];
  /** The files of cancelled imports. */
  readonly deletes?: readonly string[];
  /** Removes all versions of the files of documents. */
  readonly purges?: readonly string[];
}

const PLAN = 'imports/*/plan.json';
const SORTED = 'imports/*.sorted.txt';
const FILES = ['inbox/*', 'uploads/*'];
/** The flags that stop workers, and no other working object. */
const FLAGS = 'work/*/cancel/*';

/** Listed by hand, from the reads and writes of each step's use cases. */
const TABLE: Readonly<Record<string, Objects>> = {
  Stepplan: { reads: [PLAN, ...FILES], writes: [PLAN, 'work/*'] },
  Stepdecode: { reads: [PLAN, ...FILES, 'work/*'], writes: ['work/*'] },
  Stepscan: { reads: [PLAN, ...FILES, 'work/*'], writes: ['work/*'] },
  Stepresolvescan: { reads: [PLAN, 'work/*'], writes: ['work/*'] },
  Stepsortrun: { reads: [PLAN, ...FILES, 'work/*'], writes: ['work/*'] },
  Stepcut: { reads: [PLAN, SORTED, 'work/*'], writes: [SORTED, 'work/*'], finds: [SORTED] },
  Stepmerge: { reads: [PLAN, 'work/*'], writes: [SORTED, 'work/*'] },
  Stepchooseroute: { reads: [PLAN, SORTED, 'work/*'], writes: [SORTED, 'work/*'] },
  Stepbulkcopy: { reads: [PLAN, SORTED, 'work/*'], writes: ['work/*'] },
  Stepdifferentiate: { reads: [PLAN, SORTED, 'work/*'], writes: ['work/*'] },
  Stepplanwrites: { reads: [PLAN, 'work/*'], writes: ['work/*'] },
  Stepinsert: { reads: [PLAN, 'work/*'], writes: ['work/*'] },
  Stepupdate: { reads: [PLAN, 'work/*'], writes: ['work/*'] },
  Stepplanindex: { reads: ['work/*'], writes: ['work/*'] },
  Stepreadindex: { reads: ['work/*'], writes: ['work/*'] },
  Stepcutindex: { reads: ['work/*'], writes: ['work/*'] },
  Stepwriteindex: { reads: ['work/*'], writes: ['work/*'] },
  Stepflipindex: { reads: ['work/*'], writes: ['work/*'] },
  Stepcleanindex: { reads: ['work/*'], writes: ['work/*'] },
  Stepplanfiles: { reads: ['imports/*', 'work/*'], writes: ['imports/*', 'work/*'], finds: ['imports/*'] },
  Stepassemble: { reads: ['imports/*', ...FILES, 'work/*'], writes: ['imports/*', 'work/*'] },
  Stepfinish: { reads: ['imports/*', 'work/*'], writes: ['imports/*', 'work/*'] },
  StartImportHandler: { reads: FILES, writes: ['imports/_rejected/*', FLAGS] },
  ExecutionEndedHandler: { writes: [FLAGS] },
  WatchQueuesHandler: { writes: [FLAGS] },
  Apiimports: {
    reads: ['imports/*', ...FILES],
    writes: ['uploads/*', FLAGS],
    finds: ['uploads/*'],
    aborts: ['uploads/*'],
    deletes: ['uploads/*'],
  },
  Stepplanexport: { reads: ['work/*'], writes: ['work/*'] },
  Stepreadexport: { reads: ['work/*'], writes: ['work/*'] },
  Stepjoinexport: { reads: ['work/*'], writes: ['exports/*', 'work/*'], finds: ['exports/*'] },
  Stepfinishexport: { reads: ['exports/*', 'work/*'], writes: ['work/*'] },
  Apiexports: { reads: ['exports/*'], writes: [FLAGS] },
  Apicustomers: { reads: ['imports/*.before.jsonl'] },
  Apiimportspreview: { reads: FILES },
  Apidocuments: { reads: ['*'], writes: ['*'], purges: ['*'] },
  RemoveDocumentsHandler: { purges: ['*'] },
  WorkMaintenanceHandler: {
    reads: ['imports/*', ...FILES],
    writes: ['imports/*'],
    purges: ['*', 'exports/*', 'imports/*', ...FILES, 'work/*'],
  },
};

const ACTIONS = {
  reads: ['s3:GetObject', 's3:GetObjectVersion'],
  writes: ['s3:PutObject'],
  finds: ['s3:ListMultipartUploadParts'],
  aborts: ['s3:AbortMultipartUpload'],
  deletes: ['s3:DeleteObject'],
  purges: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
} as const;

const expected = (objects: Objects): string[] =>
  Object.entries(ACTIONS)
    .flatMap(([use, actions]) =>
      actions.flatMap((action) => objects[use as keyof Objects]?.map((pattern) => `${action} ${pattern}`) ?? []),
    )
    .sort();

let policies: Resource[];
beforeAll(() => {
  policies = ofType(synthesise(), 'AWS::IAM::Policy');
});

const list = <T>(value: T | T[]): T[] => [value].flat() as T[];

/** The permissions of a policy on objects, as `action pattern`. */
function rightsOnObjects({ Properties }: Resource): string[] {
  const statements: Array<{ Action: string | string[]; Resource: unknown }> = Properties.PolicyDocument.Statement;
  const rights = statements.flatMap(({ Action, Resource: on }) =>
    list(Action).flatMap((action) => list(on).map((each) => [action, asText(each)] as const)),
  );
  return (
    rights
      // The files of the console are in a separate bucket.
      .filter(([action, on]) => action.startsWith('s3:') && on.includes('/') && !/SiteBucket|:s3:::cdk-/.test(on))
      .map(([action, on]) => `${action} ${on.replace(/^<[^>]*>\//, '')}`)
      .sort()
  );
}

const functionOf = ({ id }: Resource): string => id.replace(/Role\w+$/, '');

test('only functions of documents use the bucket of documents, and no other bucket', () => {
  const bucketsOf = (policy: Resource) =>
    [...JSON.stringify(policy.Properties).matchAll(/(DataBucket|DocumentsBucket)/g)].map(([name]) => name);
  for (const policy of policies) {
    const isOfDocuments = /^(Apidocuments|RemoveDocuments)/.test(policy.id);
    // A CRM table is deleted with its documents.
    if (policy.id.startsWith('WorkMaintenance')) continue;
    const allowed = isOfDocuments ? 'DocumentsBucket' : 'DataBucket';
    expect(bucketsOf(policy).filter((name) => name !== allowed)).toEqual([]);
  }
});

describe('the permission of functions on objects of the data bucket', () => {
  test.each(Object.entries(TABLE))('of %s equals its access: %j', (name, objects) => {
    const own = policies.filter((policy) => functionOf(policy) === name);
    expect(own.flatMap(rightsOnObjects)).toEqual(expected(objects));
  });

  test('is empty for every other function', () => {
    const others = policies.filter((policy) => TABLE[functionOf(policy)] === undefined);
    expect(others.filter((policy) => rightsOnObjects(policy).length > 0).map(functionOf)).toEqual([]);
  });
});
