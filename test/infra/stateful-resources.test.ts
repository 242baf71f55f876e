import { beforeAll, describe, expect, test } from '@jest/globals';
import { ofType, type Resource, synthesise } from './synthesis.ts';
import { synthesiseWith } from './synthesis-with.ts';

let trial: Resource[];
let production: Resource[];
beforeAll(() => {
  trial = synthesise();
  production = synthesiseWith({ stage: 'production' });
});

describe('every table', () => {
  test('can be recovered to any point in time, and is paid by use', () => {
    for (const { Properties } of ofType(trial, 'AWS::DynamoDB::GlobalTable')) {
      expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
      expect(Properties.Replicas).toHaveLength(1);
      expect(Properties.Replicas[0].PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
    }
  });

  test('is removed with a trial stage and stays with a production stage', () => {
    const protection = (resources: Resource[]) =>
      ofType(resources, 'AWS::DynamoDB::GlobalTable').map(({ DeletionPolicy, Properties }) => [
        DeletionPolicy,
        Properties.Replicas[0].DeletionProtectionEnabled,
      ]);
    expect(protection(trial)).toEqual([
      ['Delete', false],
      ['Delete', false],
    ]);
    expect(protection(production)).toEqual([
      ['Retain', true],
      ['Retain', true],
    ]);
  });

  test('of control items lets stored answers expire', () => {
    const control = ofType(trial, 'AWS::DynamoDB::GlobalTable').find(({ id }) => id.startsWith('ControlTable'));
    expect(control?.Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true });
  });

  test('of customers has ten sparse, keys-only slots, and lets tombstones expire', () => {
    const customers = ofType(trial, 'AWS::DynamoDB::GlobalTable').find(({ id }) => id.startsWith('CustomersTable'));
    expect(customers?.Properties.GlobalSecondaryIndexes).toEqual(
      Array.from({ length: 10 }, (_, index) => ({
        IndexName: `slot${index + 1}`,
        KeySchema: [
          { AttributeName: `slot${index + 1}`, KeyType: 'HASH' },
          { AttributeName: `slot${index + 1}Value`, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    );
    expect(customers?.Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true });
  });
});

/** The bucket of the console's files is in console.test.ts. */
const dataBuckets = (resources: readonly Resource[]) =>
  ofType(resources, 'AWS::S3::Bucket').filter(({ id }) => id.startsWith('DataBucket'));

describe('every bucket', () => {
  test('is private, encrypted, versioned and notifies EventBridge', () => {
    for (const { Properties } of dataBuckets(trial)) {
      expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
      expect(Properties.BucketEncryption.ServerSideEncryptionConfiguration).toHaveLength(1);
      expect(Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
      expect(Properties.NotificationConfiguration).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } });
      expect(Properties.OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
    }
  });

  test('rejects requests without TLS', () => {
    const policies = ofType(trial, 'AWS::S3::BucketPolicy');
    for (const { id } of ofType(trial, 'AWS::S3::Bucket')) {
      const policy = policies.find(({ Properties }) => Properties.Bucket.Ref === id);
      expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });

  test('lets work and abandoned uploads expire, but no version that an import could still read', () => {
    const [bucket] = dataBuckets(trial);
    const rules: Record<string, unknown>[] = bucket?.Properties.LifecycleConfiguration.Rules;
    const work = rules.find(({ Prefix }) => Prefix === 'work/');
    const everything = rules.filter(({ Prefix }) => Prefix === undefined);
    expect(work).toMatchObject({ Status: 'Enabled', ExpirationInDays: 30 });
    expect(everything).toEqual([
      {
        Id: 'tidy',
        Status: 'Enabled',
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        NoncurrentVersionExpiration: { NoncurrentDays: 60 },
        ExpiredObjectDeleteMarker: true,
      },
    ]);
  });

  test('is removed with a trial stage and stays with a production stage', () => {
    expect(ofType(trial, 'AWS::S3::Bucket').map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Delete', 'Delete']);
    expect(ofType(production, 'AWS::S3::Bucket').map(({ DeletionPolicy }) => DeletionPolicy)).toEqual([
      'Retain',
      'Retain',
    ]);
  });
});

describe('the settings', () => {
  test('reject an unknown stage, and invalid limits', () => {
    expect(() => synthesiseWith({ stage: 'live' })).toThrow();
    expect(() => synthesiseWith({ importLimits: '{"scanBytes": "many"}' })).toThrow();
    expect(() => synthesiseWith({ importLimits: '{"unknown": 1}' })).toThrow();
    expect(() => synthesiseWith({ importLimits: '{' })).toThrow();
    for (const mapConcurrency of ['0', '-1', '2.5', 'half']) expect(() => synthesiseWith({ mapConcurrency })).toThrow();
  });

  test('reach the step plan, and the functions that estimate', () => {
    const importLimits = '{"scanBytes":1000}';
    const limits = ofType(synthesiseWith({ importLimits }), 'AWS::Lambda::Function')
      .map(({ Properties }) => Properties.Environment.Variables.IMPORT_LIMITS)
      .filter((value) => value !== undefined);
    expect(new Set(limits)).toEqual(new Set([importLimits]));
  });
});
