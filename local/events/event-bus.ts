import type { RuleConfig } from '../template/resources/rules.ts';
import type { BusEvent } from './bus-event.ts';
import { matches } from './matches.ts';

/** EventBridge's default bus: hands each event to the targets of every rule that it matches. */
export class EventBus {
  readonly #rules: readonly RuleConfig[];
  readonly #deliver: (functionArn: string, event: string) => void;

  /** @param deliver stores an event for a Lambda function durably */
  constructor(rules: readonly RuleConfig[], deliver: (functionArn: string, event: string) => void) {
    this.#rules = rules.filter(({ enabled }) => enabled);
    this.#deliver = deliver;
  }

  /** When this returns, the event is stored durably for every target. */
  put(event: BusEvent): void {
    const text = JSON.stringify(event);
    for (const rule of this.#rules) {
      if (rule.pattern === undefined || !matches(rule.pattern, event)) continue;
      for (const target of rule.targets) this.#deliver(target, text);
    }
  }
}
