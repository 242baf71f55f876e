import { ArnFormat, Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** The longest that SQS keeps a message: time for somebody to look. */
const KEEP_DEAD_LETTERS = Duration.days(14);

interface ImportSchedulesProps {
  readonly settings: Settings;
  readonly startImport: IFunction;
}

/** Where the API puts schedules, and what these invoke: a group of EventBridge Scheduler, its role and its dead letters. */
export class ImportSchedules extends Construct {
  readonly groupName: string;
  /** Every schedule of the group. */
  readonly schedulesArn: string;
  readonly role: Role;
  readonly deadLetterQueue: Queue;
  readonly startImport: IFunction;

  constructor(scope: Construct, id: string, { settings, startImport }: ImportSchedulesProps) {
    super(scope, id);
    this.startImport = startImport;
    this.groupName = `switchboard-${settings.stage}`;
    this.schedulesArn = this.#arnOf('schedule', `${this.groupName}/*`);
    new CfnScheduleGroup(this, 'Group', { name: this.groupName });
    this.deadLetterQueue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: KEEP_DEAD_LETTERS,
    });
    Validations.of(this.deadLetterQueue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue of schedules, which are made at run time.',
    });
    this.role = this.#addRole();
  }

  /** What fires may start imports and leave dead letters; nothing of another account or group may borrow that right. */
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
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.startImport.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.deadLetterQueue.queueArn] }));
    return role;
  }

  /** What the API may do: change schedules of this group, which fire by this role and no other. */
  changeSchedules(): PolicyStatement[] {
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

  /** Accepts, in a stack, the permission on every schedule of the group. */
  acknowledgeIn(scope: Construct): void {
    const schedules = `arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${this.groupName}/*`;
    Validations.of(scope).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${schedules}]`,
      reason: 'Schedules have names of their own, all of them in this one group.',
    });
  }

  #arnOf(resource: string, resourceName: string): string {
    const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
    return Stack.of(this).formatArn({ service: 'scheduler', resource, resourceName, arnFormat });
  }
}
