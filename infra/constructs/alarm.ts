import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

export interface RunbookAlarmProps {
  readonly settings: Settings;
  /** Receives the alarm. */
  readonly topic: ITopic;
  /** The anchor of its article among the alarms in the runbook, e.g. `an-import-has-failed`. */
  readonly article: string;
  /** One sentence about the cause. */
  readonly summary: string;
  readonly metric: IMetric;
  /** The alarm goes off when the metric reaches the threshold in each of this many periods. */
  readonly threshold?: number;
  readonly periods?: number;
}

/** An alarm whose description links its article in the runbook. Missing data is not an alarm: at rest there is none. */
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
