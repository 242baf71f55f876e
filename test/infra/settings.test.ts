import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../infra/settings.ts';

describe('the settings of a deployment', () => {
  test.each([
    ['Stage', 'stage'],
    ['STAGE', 'stage'],
    ['stge', 'stage'],
    ['satge', 'stage'],
    ['stages', 'stage'],
    ['switchboardStage', 'stage'],
    ['import-limits', 'importLimits'],
    ['importLimit', 'importLimits'],
    ['alarmMail', 'alarmEmail'],
    ['email.alarmEmail', 'alarmEmail'],
    ['runbookUrl', 'runbook'],
  ])('reject the unknown name %s, and propose %s', (name, setting) => {
    expect(() => readSettings({ [name]: 'production' })).toThrow(
      `There is no setting "${name}". Did you mean "${setting}"?`,
    );
  });

  test('reject a misspelled name also in addition to the right one', () => {
    expect(() => readSettings({ stage: 'trial', Stage: 'production' })).toThrow(/"Stage".*"stage"/);
  });

  test('ignore the entries of the CDK and its plugins', () => {
    const context = {
      '@aws-cdk/core:checkSecretUsage': true,
      'aws:cdk:enable-path-metadata': true,
      'availability-zones:account=123456789012:region=eu-west-1': ['eu-west-1a'],
      'cli-telemetry': false,
      team: 'crm',
      storage: 'here',
    };
    expect(readSettings({ ...context, stage: 'production' }).stage).toBe('production');
    expect(readSettings(context).stage).toBe('trial');
  });
});
