import { ArnFormat, Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** The longest retention of SQS, so that operators have time to react. */
const DEAD_LETTER_RETENTION = Duration.days(14);

interface SchedulesProps {
  readonly settings: Settings;
  readonly startImport: IFunction;
  readonly startExport: IFunction;
}

/** The resources of schedules, which the API creates: a group of EventBridge Scheduler, its role and its dead-letter queue. */
export class ImportSchedules extends Construct {
  readonly groupName: string;
  /** Matches every schedule of the group. */
  readonly schedulesArn: string;
  readonly role: Role;
  readonly deadLetterQueue: Queue;
  readonly startImport: IFunction;
  readonly startExport: IFunction;

  constructor(scope: Construct, id: string, { settings, startImport, startExport }: SchedulesProps) {
    super(scope, id);
    this.startImport = startImport;
    this.startExport = startExport;
    this.groupName = `switchboard-${settings.stage}`;
    this.schedulesArn = this.#arnOf('schedule', `${this.groupName}/*`);
    new CfnScheduleGroup(this, 'Group', { name: this.groupName });
    this.deadLetterQueue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: DEAD_LETTER_RETENTION,
    });
    Validations.of(this.deadLetterQueue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the dead-letter queue of schedules, which are made at run time.',
    });
    this.role = this.#addRole();
  }

  /** Lets schedules start imports and exports and send dead letters. Schedules of another account or group cannot assume the role. */
  #addRole(): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Stack.of(this).account,
            'aws:SourceArn': this.#arnOf('schedule-group', this.groupName),
          },
        },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [this.startImport.functionArn, this.startExport.functionArn],
      }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.deadLetterQueue.queueArn] }));
    return role;
  }

  /** Lets the API change schedules of this group, which must use this role. */
  updateSchedules(): PolicyStatement[] {
    return [
      new PolicyStatement({
        actions: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'],
        resources: [this.schedulesArn],
      }),
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    ];
  }

  /** Lets a function remove schedules of this group, and nothing else of them. */
  removeSchedules(): PolicyStatement[] {
    return [new PolicyStatement({ actions: ['scheduler:DeleteSchedule'], resources: [this.schedulesArn] })];
  }

  /** Suppresses, in a stack, findings about the permission on every schedule of the group. */
  suppressFindingsIn(scope: Construct): void {
    const schedules = `arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${this.groupName}/*`;
    Validations.of(scope).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${schedules}]`,
      reason: 'The names of schedules are made at run time, and all are in this group.',
    });
  }

  #arnOf(resource: string, resourceName: string): string {
    const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
    return Stack.of(this).formatArn({ service: 'scheduler', resource, resourceName, arnFormat });
  }
}
