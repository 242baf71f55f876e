// The package brings no types of its own.
declare module 'asl-validator' {
  /** Checks a definition against the language; writes default fields into it. */
  export default function validate(definition: object): {
    readonly isValid: boolean;
    readonly errorsText: (separator: string) => string;
  };
}
