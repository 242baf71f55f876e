/** The code of the field for a column, and the reason. */
export interface CodeChoice {
  readonly code: string;
  /** One sentence for a person. */
  readonly reason: string;
}
