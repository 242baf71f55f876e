/** Number of index slots: one for each field of a CRM table that has ever been searchable. A slot is never freed. */
export const SLOT_COUNT = 10;
