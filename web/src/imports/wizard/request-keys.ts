/** The same request has the same key, so that a repetition after a lost answer makes nothing twice. */
export class RequestKeys {
  readonly #keys = new Map<string, string>();

  of(request: object): string {
    const text = JSON.stringify(request);
    const key = this.#keys.get(text) ?? crypto.randomUUID();
    this.#keys.set(text, key);
    return key;
  }
}
