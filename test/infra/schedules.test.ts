import { beforeAll, describe, expect, test } from '@jest/globals';
import { asText, bundleOf, ofType, type Resource, referencesIn, synthesise } from './synthesis.ts';

let resources: Resource[];
let role: Resource | undefined;
beforeAll(() => {
  resources = synthesise();
  role = ofType(resources, 'AWS::IAM::Role').find(({ id }) => id.startsWith('SchedulesRole'));
});

/** The permissions of a policy, as `action resource`. */
function rightsOf(idStart: string): string[] {
  const policy = ofType(resources, 'AWS::IAM::Policy').find(({ id }) => new RegExp(`^${idStart}[A-Z]`).test(id));
  return policy?.Properties.PolicyDocument.Statement.flatMap(
    ({ Action, Resource: on }: { Action: string | string[]; Resource: unknown }) =>
      [Action].flat().flatMap((action) => [on].flat().map((each) => `${action} ${asText(each)}`)),
  );
}

const lambdaOf = (bundle: string): Resource | undefined =>
  ofType(resources, 'AWS::Lambda::Function').find((lambda) => bundleOf(lambda) === bundle);

describe('a schedule', () => {
  test('fires by a role that only this group of EventBridge Scheduler may take on', () => {
    const [group] = ofType(resources, 'AWS::Scheduler::ScheduleGroup');
    expect(group?.Properties.Name).toBe('switchboard-trial');
    const [trust] = role?.Properties.AssumeRolePolicyDocument.Statement ?? [];
    expect(trust.Principal).toEqual({ Service: 'scheduler.amazonaws.com' });
    expect(asText(trust.Condition.StringEquals['aws:SourceArn'])).toMatch(/:schedule-group\/switchboard-trial$/);
    expect(trust.Condition.StringEquals['aws:SourceAccount']).toEqual({ Ref: 'AWS::AccountId' });
  });

  test('may invoke start-import and start-export, and leave dead letters, and nothing else', () => {
    expect(rightsOf('SchedulesRole')).toEqual([
      expect.stringMatching(/^lambda:InvokeFunction <StartImportHandler\w+\.Arn>$/),
      expect.stringMatching(/^lambda:InvokeFunction <.*StartExportHandler\w+>$/),
      expect.stringMatching(/^sqs:SendMessage <SchedulesDeadLetters\w+\.Arn>$/),
    ]);
    const invoke = rightsOf('SchedulesRole').find((right) => right.startsWith('lambda:'));
    expect(invoke).toContain(lambdaOf('start-import')?.id);
  });

  test('is made by its API alone, in its group, with no other role; the worker of maintenance may remove it', () => {
    const changing = ofType(resources, 'AWS::IAM::Policy').filter(({ Properties }) =>
      /"scheduler:|"iam:PassRole"/.test(JSON.stringify(Properties)),
    );
    expect(changing.map(({ id }) => id.replace(/Role\w+$/, ''))).toEqual(['Apischedules', 'WorkMaintenanceHandler']);
    const rights = rightsOf('Apischedules').filter((right) => /^(scheduler|iam):/.test(right));
    expect(rights).toEqual([
      expect.stringMatching(/^scheduler:CreateSchedule arn:.*:schedule\/switchboard-trial\/\*$/),
      expect.stringMatching(/^scheduler:DeleteSchedule arn:.*:schedule\/switchboard-trial\/\*$/),
      expect.stringMatching(/^scheduler:UpdateSchedule arn:.*:schedule\/switchboard-trial\/\*$/),
      expect.stringMatching(/^iam:PassRole <.*SchedulesRole\w+>$/),
    ]);
    const removing = rightsOf('WorkMaintenance').filter((right) => /^(scheduler|iam):/.test(right));
    expect(removing).toEqual([
      expect.stringMatching(/^scheduler:DeleteSchedule arn:.*:schedule\/switchboard-trial\/\*$/),
    ]);
    const statements = changing.find(({ id }) => id.startsWith('Apischedules'))?.Properties.PolicyDocument.Statement;
    expect(statements.find(({ Action }: { Action: string }) => Action === 'iam:PassRole').Condition).toEqual({
      StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    });
  });

  test('is created by an API with the required environment', () => {
    const variables = lambdaOf('schedules-api')?.Properties.Environment.Variables;
    expect(variables.SCHEDULE_GROUP).toBe('switchboard-trial');
    for (const [name, id] of [
      ['START_IMPORT_ARN', 'StartImport'],
      ['START_EXPORT_ARN', 'StartExport'],
      ['SCHEDULE_ROLE_ARN', 'SchedulesRole'],
      ['SCHEDULE_DEAD_LETTERS_ARN', 'SchedulesDeadLetters'],
    ] as const)
      expect(asText(variables[name])).toContain(id);
    expect(referencesIn(variables.CONTROL_TABLE)).toEqual([]);
  });

  test('reads files that no rule matches', () => {
    const patterns = ofType(resources, 'AWS::Events::Rule').map(({ Properties }) =>
      JSON.stringify(Properties.EventPattern ?? {}),
    );
    expect(patterns.join()).not.toContain('inbox');
    for (const start of ['StartImport', 'Stepplan', 'Stepscan', 'Stepsortrun']) {
      expect(rightsOf(start).some((right) => /s3:GetObjectVersion .*inbox\/\*$/.test(right))).toBe(true);
    }
  });
});
