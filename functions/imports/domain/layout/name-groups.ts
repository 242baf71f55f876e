/**
 * Names that contact centres use for the same thing, in lower case without accents, spaces and punctuation: in English,
 * then in German, French, Spanish, Italian and Dutch. A name that means two things in two of them is in no group, as
 * `nom` and `nome`, a last and a first name.
 */
const GROUPS: readonly (readonly string[])[] = [
  [
    ...['customerid', 'customernumber', 'customerno', 'customerref', 'customerreference', 'customercode', 'customer'],
    ...['custid', 'custno', 'custref', 'clientid', 'clientnumber', 'clientno', 'clientref', 'clientreference'],
    ...['accountid', 'accountnumber', 'accountno', 'accountref', 'memberid', 'membershipnumber', 'membershipno'],
    ...['contactid', 'recordid', 'uniqueid', 'uniquereference', 'urn', 'uid', 'id', 'ref', 'reference'],
    ...['kundennummer', 'kundennr', 'kdnr', 'kundenid', 'mitgliedsnummer', 'mitgliedsnr'],
    ...['numeroclient', 'noclient', 'nclient', 'idclient', 'codeclient', 'referenceclient'],
    ...['numerodecliente', 'numerocliente', 'nocliente', 'idcliente', 'codigodecliente', 'codigocliente'],
    ...['codicecliente', 'codcliente', 'klantnummer', 'klantnr', 'klantid', 'klantcode', 'debiteurnummer'],
  ],
  [
    ...['title', 'salutation', 'honorific', 'nameprefix'],
    ...['anrede', 'titel', 'civilite', 'titre', 'tratamiento', 'titulo', 'titolo', 'aanhef'],
  ],
  [
    ...['firstname', 'forename', 'forenames', 'givenname', 'givennames', 'christianname', 'fname', 'first'],
    ...['vorname', 'vornamen', 'rufname', 'prenom', 'prenoms', 'nombredepila', 'primernombre', 'nomedibattesimo'],
    ...['voornaam', 'voornamen', 'roepnaam'],
  ],
  [
    ...['lastname', 'surname', 'familyname', 'secondname', 'lname', 'sname', 'last'],
    ...['nachname', 'familienname', 'zuname', 'nomdefamille', 'apellido', 'apellidos', 'cognome', 'cognomi'],
    ...['achternaam', 'familienaam'],
  ],
  [
    ...['name', 'fullname', 'customername', 'contactname', 'clientname'],
    ...['kundenname', 'vollstandigername', 'nomcomplet', 'nombrecompleto', 'nombreyapellidos', 'nominativo'],
    ...['nomecompleto', 'nomeecognome', 'naam', 'volledigenaam'],
  ],
  [
    ...['phone', 'phoneno', 'phonenumber', 'phone1', 'tel', 'telno', 'telnumber', 'tel1', 'telephone', 'telephoneno'],
    ...['telephonenumber', 'telephone1', 'landline', 'landlineno', 'landlinenumber', 'homephone', 'hometel'],
    ...['hometelephone', 'daytimephone', 'daytimetel', 'dayphone', 'contactnumber', 'contactno', 'contactphone'],
    ...['mainphone', 'primaryphone', 'callnumber', 'phonehome', 'telhome'],
    ...['telefon', 'telefonnummer', 'telefonnr', 'telnr', 'rufnummer', 'festnetz', 'festnetznummer', 'telefonprivat'],
    ...['numerodetelephone', 'notelephone', 'telephonefixe', 'telfixe', 'telephonedomicile'],
    ...['telefono', 'telefonofijo', 'numerodetelefono', 'telefonofisso', 'numeroditelefono', 'numerotelefono'],
    ...['telefoon', 'telefoonnummer', 'telefoonnr', 'vastenummer', 'telefoonvast'],
  ],
  [
    ...['mobile', 'mobileno', 'mobilenumber', 'mobilephone', 'mobilephoneno', 'mobilephonenumber', 'mobiletel'],
    ...['mobiletelephone', 'mob', 'mobno', 'cell', 'cellno', 'cellnumber', 'cellphone', 'cellular', 'gsm', 'handphone'],
    ...['phonemobile', 'telmobile', 'phonecell'],
    ...['mobil', 'mobiltelefon', 'mobilnummer', 'mobilnr', 'handy', 'handynummer', 'handynr', 'telefonmobil'],
    ...['portable', 'telephoneportable', 'telephonemobile', 'telportable', 'numerodeportable', 'numeromobile'],
    ...['movil', 'telefonomovil', 'numerodemovil', 'celular', 'telefonocelular', 'cellulare', 'telefonocellulare'],
    ...['numerodicellulare', 'mobiel', 'mobielnummer', 'mobieltelefoonnummer', 'gsmnummer', 'mobielnr'],
  ],
  ['workphone', 'worktel', 'worktelephone', 'businessphone', 'officephone', 'officetel', 'phonework', 'telwork'],
  [
    ...['addressline1', 'address1', 'addr1', 'addrline1', 'add1', 'street', 'streetaddress', 'address', 'housenumber'],
    ...[
      'strasse',
      'straße',
      'anschrift',
      'adresse',
      'adresse1',
      'adresszeile1',
      'strassehausnummer',
      'straßehausnummer',
    ],
    ...[
      'strasseundhausnummer',
      'straßeundhausnummer',
      'strassenr',
      'straßenr',
      'rue',
      'adresseligne1',
      'ligneadresse1',
    ],
    ...['direccion', 'direccion1', 'calle', 'domicilio', 'indirizzo', 'indirizzo1', 'adres', 'adres1', 'straat'],
    ...['straatnaam', 'straatenhuisnummer', 'adresregel1'],
  ],
  [
    ...['addressline2', 'address2', 'addr2', 'addrline2', 'add2'],
    ...['adresse2', 'adresszeile2', 'adresseligne2', 'direccion2', 'indirizzo2', 'adres2', 'adresregel2'],
  ],
  [
    ...['addressline3', 'address3', 'addr3', 'addrline3', 'add3'],
    ...['adresse3', 'adresszeile3', 'adresseligne3', 'direccion3', 'indirizzo3', 'adres3', 'adresregel3'],
  ],
  [
    ...['addressline4', 'address4', 'addr4', 'addrline4', 'add4'],
    ...['adresse4', 'adresszeile4', 'adresseligne4', 'direccion4', 'indirizzo4', 'adres4', 'adresregel4'],
  ],
  [
    ...['city', 'town', 'posttown', 'towncity', 'citytown', 'locality'],
    ...[
      'ort',
      'stadt',
      'wohnort',
      'ville',
      'commune',
      'ciudad',
      'poblacion',
      'localidad',
      'citta',
      'comune',
      'localita',
    ],
    ...['plaats', 'woonplaats', 'stad'],
  ],
  [
    ...['county', 'state', 'region', 'province', 'stateprovince'],
    ...['bundesland', 'kanton', 'departement', 'provincia', 'regione', 'provincie'],
  ],
  ['country', 'countryname', 'countrycode', 'land', 'pays', 'pais', 'paese', 'nazione'],
  [
    ...['postcode', 'postalcode', 'postalcd', 'zip', 'zipcode', 'postzip', 'pcode'],
    ...[
      'plz',
      'postleitzahl',
      'cp',
      'cap',
      'codepostal',
      'codigopostal',
      'codpostal',
      'codicepostale',
      'codicediavviamentopostale',
    ],
  ],
  [
    ...['email', 'emailaddress', 'emailaddr', 'mail', 'mailaddress', 'emailid', 'emails'],
    ...['emailadresse', 'mailadresse', 'courriel', 'adresseemail', 'adressemail', 'adresseelectronique', 'correo'],
    ...['correoelectronico', 'direcciondecorreo', 'indirizzoemail', 'postaelettronica', 'emailadres', 'mailadres'],
  ],
  [
    ...['dateofbirth', 'dob', 'birthdate', 'birthday', 'borndate'],
    ...['geburtsdatum', 'geburtstag', 'datedenaissance', 'fechadenacimiento', 'datadinascita', 'geboortedatum'],
  ],
  [
    'company',
    'companyname',
    'organisation',
    'organization',
    'organisationname',
    'business',
    'businessname',
    'employer',
    ...[
      'firma',
      'unternehmen',
      'entreprise',
      'societe',
      'empresa',
      'azienda',
      'ragionesociale',
      'bedrijf',
      'bedrijfsnaam',
    ],
  ],
  ['jobtitle', 'job', 'position', 'role', 'occupation'],
  ['gender', 'sex', 'geschlecht', 'sexe', 'sexo', 'sesso', 'geslacht'],
  [
    ...['notes', 'note', 'comments', 'comment', 'remarks', 'remark'],
    ...[
      'bemerkung',
      'bemerkungen',
      'notiz',
      'notizen',
      'anmerkung',
      'anmerkungen',
      'kommentar',
      'remarque',
      'remarques',
    ],
    ...['commentaire', 'commentaires', 'notas', 'nota', 'comentarios', 'observaciones', 'osservazioni', 'commenti'],
    ...['opmerking', 'opmerkingen', 'notities'],
  ],
  ['website', 'webaddress', 'url', 'homepage', 'web'],
  ['vip', 'isvip', 'vipcustomer', 'vipflag'],
  ['language', 'preferredlanguage', 'lang', 'sprache', 'langue', 'idioma', 'lingua', 'taal'],
];

/** The group number of each name: names with the same number mean the same. */
export const GROUP_OF: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap((names, group) => names.map((name): [string, number] => [name, group])),
);

const groupOf = (name: string): number => GROUP_OF.get(name) ?? -1;

export const CUSTOMER_ID_GROUP = groupOf('customerid');
export const POSTCODE_GROUP = groupOf('postcode');
export const NOTES_GROUP = groupOf('notes');
export const VIP_GROUP = groupOf('vip');
/** Names of free text, whose values repeat although further ones are to be expected. */
export const FREE_TEXT_GROUPS: ReadonlySet<number> = new Set(
  ['title', 'firstname', 'lastname', 'name', 'city', 'county', 'country', 'company', 'jobtitle', 'notes'].map(groupOf),
);
