/** The same request has the same key, so that a repetition after a lost answer makes nothing twice. */
export class RequestKeys {
  readonly #keys = new Map<string, string>();

  of(request: object): string {
    const text = JSON.stringify(request);
    const key = this.#keys.get(text) ?? crypto.randomUUID();
    this.#keys.set(text, key);
    return key;
  }

  /** Lets the same request make something new, for instance after the import of the first was cancelled. */
  forget(request: object): void {
    this.#keys.delete(JSON.stringify(request));
  }
}
