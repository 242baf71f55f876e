/**
 * Lets a fixed number of holders in at once; the others wait in order, urgent ones first. Some slots are kept for urgent
 * ones: a slot that an ordinary holder has taken may be free again only after minutes.
 */
export class Slots {
  private free: number;
  private readonly keptForUrgent: number;
  private readonly urgent: (() => void)[] = [];
  private readonly ordinary: (() => void)[] = [];

  /** @param keptForUrgent of the `count`; fewer than that */
  constructor(count: number, keptForUrgent: number) {
    this.free = count;
    this.keptForUrgent = keptForUrgent;
  }

  async take(urgent: boolean): Promise<void> {
    await new Promise<void>((enter) => {
      (urgent ? this.urgent : this.ordinary).push(enter);
      this.admit();
    });
  }

  /** Hands the slot to the next that waits. */
  give(): void {
    this.free += 1;
    this.admit();
  }

  private admit(): void {
    const next = this.free > 0 ? this.urgent.shift() : undefined;
    const enter = next ?? (this.free > this.keptForUrgent ? this.ordinary.shift() : undefined);
    if (enter === undefined) return;
    this.free -= 1;
    enter();
  }
}
