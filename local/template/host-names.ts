/** A host name of AWS, and the address on this machine that stands for it: `http://127.0.0.1:7070`, perhaps with a path. */
export type HostName = readonly [host: string, address: string];

/** Replaces the host names of AWS that templates contain by addresses on this machine. */
export class HostNames {
  readonly #addresses: ReadonlyMap<string, string>;

  constructor(names: readonly HostName[]) {
    this.#addresses = new Map(names);
  }

  /** @throws Error for a host that no resource of the templates has */
  addressOf(host: string): string {
    const address = this.#addresses.get(host);
    if (address === undefined) throw new Error(`No resource of the templates has the host name ${host}.`);
    return address;
  }

  /** The text with each `https://<host>` replaced, scheme and port included. Other hosts stay as they are. */
  localise(text: string): string {
    return text.replaceAll(/https:\/\/([a-z0-9.-]+)/g, (url, host: string) => this.#addresses.get(host) ?? url);
  }

  /** The origin that a page of this machine would have on AWS; undefined for an origin that none of the hosts has. */
  awsOrigin(origin: string): string | undefined {
    const found = [...this.#addresses].find(([, address]) => address === origin);
    return found && `https://${found[0]}`;
  }

  /** For comparing: what any text would be replaced by. */
  toJSON(): object {
    return [...this.#addresses];
  }
}
