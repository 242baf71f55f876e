const IMPORT_ID = /\d{8}T\d{6}Z-[0-9a-f]+/g;

/**
 * The newer import that a problem `import.superseded` names.
 * @param detail the text of the problem, which names both imports
 */
export const newerImportIn = (detail: string, importId: string): string | undefined =>
  detail.match(IMPORT_ID)?.find((each) => each !== importId);
