/** Names that contact centres use for the same thing, in lower case without spaces and punctuation. */
const GROUPS: readonly (readonly string[])[] = [
  [
    ...['customerid', 'customernumber', 'customerno', 'customerref', 'customerreference', 'customercode', 'customer'],
    ...['custid', 'custno', 'custref', 'clientid', 'clientnumber', 'clientno', 'clientref', 'clientreference'],
    ...['accountid', 'accountnumber', 'accountno', 'accountref', 'memberid', 'membershipnumber', 'membershipno'],
    ...['contactid', 'recordid', 'uniqueid', 'uniquereference', 'urn', 'uid', 'id', 'ref', 'reference'],
  ],
  ['title', 'salutation', 'honorific', 'nameprefix'],
  ['firstname', 'forename', 'forenames', 'givenname', 'givennames', 'christianname', 'fname', 'first'],
  ['lastname', 'surname', 'familyname', 'secondname', 'lname', 'sname', 'last'],
  ['name', 'fullname', 'customername', 'contactname', 'clientname'],
  [
    ...['phone', 'phoneno', 'phonenumber', 'phone1', 'tel', 'telno', 'telnumber', 'tel1', 'telephone', 'telephoneno'],
    ...['telephonenumber', 'telephone1', 'landline', 'landlineno', 'landlinenumber', 'homephone', 'hometel'],
    ...['hometelephone', 'daytimephone', 'daytimetel', 'dayphone', 'contactnumber', 'contactno', 'contactphone'],
    ...['mainphone', 'primaryphone', 'callnumber', 'phonehome', 'telhome'],
  ],
  [
    ...['mobile', 'mobileno', 'mobilenumber', 'mobilephone', 'mobilephoneno', 'mobilephonenumber', 'mobiletel'],
    ...['mobiletelephone', 'mob', 'mobno', 'cell', 'cellno', 'cellnumber', 'cellphone', 'cellular', 'gsm', 'handphone'],
    ...['phonemobile', 'telmobile', 'phonecell'],
  ],
  ['workphone', 'worktel', 'worktelephone', 'businessphone', 'officephone', 'officetel', 'phonework', 'telwork'],
  ['addressline1', 'address1', 'addr1', 'addrline1', 'add1', 'street', 'streetaddress', 'address', 'housenumber'],
  ['addressline2', 'address2', 'addr2', 'addrline2', 'add2'],
  ['addressline3', 'address3', 'addr3', 'addrline3', 'add3'],
  ['addressline4', 'address4', 'addr4', 'addrline4', 'add4'],
  ['city', 'town', 'posttown', 'towncity', 'citytown', 'locality'],
  ['county', 'state', 'region', 'province', 'stateprovince'],
  ['country', 'countryname', 'countrycode'],
  ['postcode', 'postalcode', 'postalcd', 'zip', 'zipcode', 'postzip', 'pcode', 'plz'],
  ['email', 'emailaddress', 'emailaddr', 'mail', 'mailaddress', 'emailid', 'emails'],
  ['dateofbirth', 'dob', 'birthdate', 'birthday', 'borndate'],
  [
    'company',
    'companyname',
    'organisation',
    'organization',
    'organisationname',
    'business',
    'businessname',
    'employer',
  ],
  ['jobtitle', 'job', 'position', 'role', 'occupation'],
  ['gender', 'sex'],
  ['notes', 'note', 'comments', 'comment', 'remarks', 'remark'],
  ['website', 'webaddress', 'url', 'homepage', 'web'],
  ['vip', 'isvip', 'vipcustomer', 'vipflag'],
  ['language', 'preferredlanguage', 'lang'],
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
