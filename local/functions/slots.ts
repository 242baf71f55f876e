/** Lets a fixed number of holders in at once; the others wait in order, urgent ones first. */
export class Slots {
  private free: number;
  private readonly urgent: (() => void)[] = [];
  private readonly ordinary: (() => void)[] = [];

  constructor(count: number) {
    this.free = count;
  }

  async take(urgent: boolean): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    await new Promise<void>((resolve) => (urgent ? this.urgent : this.ordinary).push(resolve));
  }

  /** Hands the slot to the next that waits. */
  give(): void {
    const next = this.urgent.shift() ?? this.ordinary.shift();
    if (next === undefined) this.free += 1;
    else next();
  }
}
