const SETUP = /^\/accounts\/([A-Za-z]{3})(?:\/crm-tables\/([A-Za-z0-9]{1,6}))?(?:\/|$)/;
const DESK = /^\/desk\/([A-Za-z]{3})\/([A-Za-z0-9]{1,6})(?:\/|$)/;

/** The account and the CRM table that the page at an address is about. */
export function placeOf(path: string) {
  const desk = DESK.exec(path);
  const [, accountPrefix, tablePrefix] = desk ?? SETUP.exec(path) ?? [];
  return { accountPrefix, tablePrefix, isDesk: desk !== null };
}

/** Who works at the desk goes on at the desk. */
export const tableAddress = (accountPrefix: string, tablePrefix: string, isDesk: boolean): string =>
  isDesk ? `/desk/${accountPrefix}/${tablePrefix}` : `/accounts/${accountPrefix}/crm-tables/${tablePrefix}`;
