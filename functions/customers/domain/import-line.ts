/** A change of a customer by an import, as the customer's item names it. */
export interface ImportLine {
  readonly importId: string;
  /** That of the customer after the change; 0 for a change that an earlier release stored without it. */
  readonly version: number;
  /** When the import started; undefined where the item does not say it: the import's record does. */
  readonly at: string | undefined;
  /** Whether the import created the customer. */
  readonly isCreation: boolean;
}
