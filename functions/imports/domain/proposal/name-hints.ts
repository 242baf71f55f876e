import { groupOfName, words } from '../layout/match-name.ts';
import { FREE_TEXT_GROUPS, NOTES_GROUP, POSTCODE_GROUP, VIP_GROUP } from '../layout/name-groups.ts';

/** What the name of a column says about its values. A name alone decides nothing: the values have to agree. */
export interface NameHints {
  readonly telephone: boolean;
  readonly email: boolean;
  readonly postcode: boolean;
  /** A number or code that identifies something, and is not counted with. */
  readonly identifier: boolean;
  readonly amount: boolean;
  readonly yesNo: boolean;
  readonly notes: boolean;
  /** The name of a person or a company. */
  readonly personName: boolean;
  /** Names, towns and the like: further values are to be expected, however often those of the file repeat. */
  readonly freeText: boolean;
}

const TELEPHONE =
  /^(?:\w*phone\w*|tel|telno|telnr|telefon\w*|telefoon\w*|rufnummer|festnetz|mobil\w*|mobiel\w*|movil|portable|cell|cellular|cellulare|celular|gsm|handy\w*|fax\w*|landline)$/;
const EMAIL = /^(?:e?mail|emailaddress|email\w*|courriel|correo)$/;
const IDENTIFIER =
  /^(?:id|ids|no|nr|num|number|nummer|ref|reference|code|key|urn|uid|guid|uuid|sku|iban|account|serial|plz|zip|numero|codice|codigo)$/;
const AMOUNT =
  /^(?:amount|price|balance|total|cost|costs|fee|premium|salary|income|spend|spent|credit|debit|paid|due|sum|betrag|preis|montant|prix|importe|precio|saldo|importo|prezzo|bedrag|prijs|gbp|eur|usd)$/;
const PERSON_NAME =
  /^(?:name|surname|fullname|nachname|familienname|nom|nombre|apellidos?|nominativo|cognome|naam|achternaam|company|organi[sz]ation|firma|entreprise|societe|empresa|azienda|bedrijf)$/;
const YES_NO = /^(?:is|has|can|opt|optin|optout|consent|allow|allows|active|enabled|vip)$/;

export function nameHints(name: string | undefined): NameHints {
  const parts = words(name ?? '');
  const group = groupOfName(name ?? '');
  const has = (pattern: RegExp) => parts.some((part) => pattern.test(part));
  return {
    telephone: has(TELEPHONE),
    email: has(EMAIL) || (parts.includes('e') && parts.includes('mail')),
    postcode: group === POSTCODE_GROUP,
    identifier: group === POSTCODE_GROUP || has(IDENTIFIER) || parts.some((part) => /(?:nummer|number|nr)$/.test(part)),
    amount: has(AMOUNT) || /[£€$]/.test(name ?? ''),
    yesNo: group === VIP_GROUP || has(YES_NO),
    notes: group === NOTES_GROUP,
    personName: has(PERSON_NAME) && !parts.includes('first') && !parts.includes('given'),
    freeText: group !== undefined && FREE_TEXT_GROUPS.has(group),
  };
}
