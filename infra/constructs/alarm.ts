import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

export interface RunbookAlarmProps {
  readonly settings: Settings;
  /** Hears of the alarm. */
  readonly topic: ITopic;
  /** The anchor of its article in the runbook's part on alarms, e.g. `an-import-has-failed`. */
  readonly article: string;
  /** What has happened, in one sentence. */
  readonly summary: string;
  readonly metric: IMetric;
  /** The alarm goes off when the metric reaches it in each of so many periods. */
  readonly threshold?: number;
  readonly periods?: number;
}

/** An alarm whose description says where the runbook tells what to do. No data is good news: nothing runs at rest. */
export class RunbookAlarm extends Alarm {
  constructor(
    scope: Construct,
    id: string,
    { settings, topic, article, summary, metric, threshold = 1, periods = 1 }: RunbookAlarmProps,
  ) {
    super(scope, id, {
      alarmName: `switchboard-${settings.stage}-${id}`,
      alarmDescription: `${summary} What to do: ${settings.runbook}#${article}`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(topic));
  }
}
