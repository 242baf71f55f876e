import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** The topic of all alarms. The address in the settings must confirm its subscription once; others may subscribe too. */
export function addAlarmTopic(scope: Construct, id: string, { stage, alarmEmail }: Settings): Topic {
  const topic = new Topic(scope, id, {
    topicName: `switchboard-${stage}-alarms`,
    displayName: `Switchboard ${stage}`,
    enforceSSL: true,
  });
  const { account, partition, region } = Stack.of(scope);
  // A custom policy replaces the default one, which lets the account's alarms publish; this statement restores that right.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        ArnLike: {
          'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:switchboard-${stage}-*`,
        },
      },
    }),
  );
  if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
  return topic;
}
