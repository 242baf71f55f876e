/** The key of an item of the control table. Its partition key begins with a partition that exactly one context owns. */
export interface ControlKey {
  readonly PK: string;
  readonly SK: string;
}
