/**
 * Lets a fixed number of holders in at once; the others wait in order, urgent ones first. Some slots are reserved for urgent
 * holders, because an ordinary holder may occupy a slot for minutes.
 */
export class Slots {
  private free: number;
  private readonly reservedForUrgent: number;
  private readonly urgent: (() => void)[] = [];
  private readonly ordinary: (() => void)[] = [];

  /** @param reservedForUrgent how many of the `count` slots are reserved; fewer than `count` */
  constructor(count: number, reservedForUrgent: number) {
    this.free = count;
    this.reservedForUrgent = reservedForUrgent;
  }

  async take(urgent: boolean): Promise<void> {
    await new Promise<void>((enter) => {
      (urgent ? this.urgent : this.ordinary).push(enter);
      this.admit();
    });
  }

  /** Returns the slot and admits the next that waits. */
  give(): void {
    this.free += 1;
    this.admit();
  }

  private admit(): void {
    const next = this.free > 0 ? this.urgent.shift() : undefined;
    const enter = next ?? (this.free > this.reservedForUrgent ? this.ordinary.shift() : undefined);
    if (enter === undefined) return;
    this.free -= 1;
    enter();
  }
}
