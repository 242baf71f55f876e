import { randomUUID } from 'node:crypto';
import type { RuleConfig } from '../template/resources/rules.ts';
import type { BusEvent } from './bus-event.ts';

/** EventBridge's rules with a rate: each invokes its targets at every interval, first one interval after the start. */
export class ScheduledRules {
  readonly #rules: readonly RuleConfig[];
  readonly #deliver: (functionArn: string, event: string) => void;
  readonly #timers: NodeJS.Timeout[] = [];

  /** @param deliver stores an event for a Lambda function durably */
  constructor(rules: readonly RuleConfig[], deliver: (functionArn: string, event: string) => void) {
    this.#rules = rules.filter(({ enabled }) => enabled);
    this.#deliver = deliver;
  }

  start(): void {
    for (const rule of this.#rules) {
      if (rule.everyMs === undefined) continue;
      this.#timers.push(setInterval(() => this.#fire(rule), rule.everyMs).unref());
    }
  }

  stop(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
  }

  #fire({ arn, targets }: RuleConfig): void {
    const [, , , region = '', account = ''] = arn.split(':');
    const event: BusEvent = {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account,
      time: new Date().toISOString(),
      region,
      resources: [arn],
      detail: {},
    };
    const text = JSON.stringify(event);
    for (const target of targets) this.#deliver(target, text);
  }
}
