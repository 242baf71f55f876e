/** How files of failed records begin a reason about a value: `Field P018 value (SW12 2 ER) is too long.` */
const FIELD = /\bField (P\d{3}) (?:value (?=\()|(?=is required))/;

/**
 * A reason with the label of the field in place of its code, for people who never see codes.
 * @param labelOf undefined for a field that the CRM table no longer has: then the code stays
 */
export const namedReason = (reason: string, labelOf: (code: string) => string | undefined): string =>
  reason.replace(FIELD, (found, code: string) => {
    const label = labelOf(code);
    return label === undefined ? found : `${label} `;
  });

/** `namedReason` with the fields of a CRM table. */
export const namesOf =
  (fields: readonly { readonly code: string; readonly label: string }[]) =>
  (reason: string): string =>
    namedReason(reason, (code) => fields.find((field) => field.code === code)?.label);
