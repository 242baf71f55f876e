// The package has no types.
declare module 'asl-validator' {
  /** Validates a definition against the language; writes default fields into it. */
  export default function validate(definition: object): {
    readonly isValid: boolean;
    readonly errorsText: (separator: string) => string;
  };
}
