import { beforeAll, describe, expect, test } from '@jest/globals';
import { readSettings } from '../../infra/settings.ts';
import { SETTINGS } from './settings-of-templates.ts';
import { ofType, type Resource, synthesise } from './synthesis.ts';

let trial: Resource[];
let production: Resource[];
beforeAll(() => {
  trial = synthesise();
  production = synthesise('production');
});

describe('every table', () => {
  test('is paid by use, and can be recovered to any point in time unless its items are made from others', () => {
    for (const { id, Properties } of ofType(trial, 'AWS::DynamoDB::GlobalTable')) {
      expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
      expect(Properties.Replicas).toHaveLength(1);
      const isDerived = id.startsWith('SearchTable');
      expect(Properties.Replicas[0].PointInTimeRecoverySpecification).toEqual({
        PointInTimeRecoveryEnabled: !isDerived,
      });
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
      ['Delete', false],
    ]);
    expect(protection(production)).toEqual([
      ['Retain', true],
      ['Retain', true],
      ['Retain', true],
    ]);
  });

  test('of control items lets stored answers expire', () => {
    const control = ofType(trial, 'AWS::DynamoDB::GlobalTable').find(({ id }) => id.startsWith('ControlTable'));
    expect(control?.Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true });
  });

  test('of customers has no index, and lets tombstones expire', () => {
    const customers = ofType(trial, 'AWS::DynamoDB::GlobalTable').find(({ id }) => id.startsWith('CustomersTable'));
    expect(customers?.Properties.GlobalSecondaryIndexes).toBeUndefined();
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
    expect(ofType(trial, 'AWS::S3::Bucket').map(({ DeletionPolicy }) => DeletionPolicy)).toEqual([
      'Delete',
      'Delete',
      'Delete',
    ]);
    expect(ofType(production, 'AWS::S3::Bucket').map(({ DeletionPolicy }) => DeletionPolicy)).toEqual([
      'Retain',
      'Retain',
      'Retain',
    ]);
  });
});

describe('the bucket of documents', () => {
  const bucketOf = (resources: readonly Resource[]) =>
    ofType(resources, 'AWS::S3::Bucket').find(({ id }) => id.startsWith('DocumentsBucket'))?.Properties;

  test('is private, encrypted and versioned, and keeps no version that was deleted', () => {
    const bucket = bucketOf(trial);
    expect(Object.values(bucket?.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    expect(bucket?.BucketEncryption.ServerSideEncryptionConfiguration).toHaveLength(1);
    expect(bucket?.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(bucket?.LifecycleConfiguration.Rules).toEqual([
      {
        Id: 'tidy',
        Status: 'Enabled',
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        ExpiredObjectDeleteMarker: true,
      },
    ]);
    expect(bucket?.NotificationConfiguration).toBeUndefined();
    expect(trial.filter(({ Type }) => Type === 'AWS::GuardDuty::MalwareProtectionPlan')).toEqual([]);
  });

  test('is scanned by the setting, and what was found is recorded', () => {
    const scanned = synthesise('everySetting');
    const [plan] = ofType(scanned, 'AWS::GuardDuty::MalwareProtectionPlan');
    const bucket = ofType(scanned, 'AWS::S3::Bucket').find(({ id }) => id.startsWith('DocumentsBucket'));
    expect(plan?.Properties.ProtectedResource).toEqual({ S3Bucket: { BucketName: { Ref: bucket?.id } } });
    expect(bucket?.Properties.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    const rules = ofType(scanned, 'AWS::Events::Rule').filter(
      ({ Properties }) => Properties.EventPattern?.source?.[0] === 'aws.guardduty',
    );
    expect(rules).toHaveLength(1);
    expect(rules[0]?.Properties.EventPattern['detail-type']).toEqual([
      'GuardDuty Malware Protection Object Scan Result',
    ]);
    expect(rules[0]?.Properties.Targets[0].Arn).toMatchObject({
      'Fn::GetAtt': [expect.stringMatching(/^RecordScan/), 'Arn'],
    });
    expect(() => readSettings({ scanDocuments: 'perhaps' })).toThrow();
  });
});

describe('the settings', () => {
  test('reject an unknown stage, and invalid limits', () => {
    expect(() => readSettings({ stage: 'live' })).toThrow();
    for (const importLimits of ['{"scanBytes": "many"}', '{"unknown": 1}', '{'])
      expect(() => readSettings({ importLimits })).toThrow(/importLimits/);
    for (const mapConcurrency of ['0', '-1', '2.5', 'half']) expect(() => readSettings({ mapConcurrency })).toThrow();
  });

  test('reach the step plan, and the functions that estimate', () => {
    const { importLimits } = SETTINGS.everySetting;
    const limits = ofType(synthesise('everySetting'), 'AWS::Lambda::Function')
      .map(({ Properties }) => Properties.Environment.Variables.IMPORT_LIMITS)
      .filter((value) => value !== undefined);
    expect(new Set(limits)).toEqual(new Set([importLimits]));
  });
});
