import { ENGLISH } from './names/english.ts';
import { FRENCH } from './names/french.ts';
import type { Names } from './names/names.ts';
import {
  BRITISH_MOBILES,
  british,
  FRENCH_MOBILES,
  french,
  northAmerican,
  type TelephoneRange,
} from './telephone-ranges.ts';

export interface Town {
  readonly name: string;
  readonly names: Names;
  /** Without ranges the country has no numbers for the fixed network of the town. */
  readonly landlines: readonly TelephoneRange[];
  /** `#` stands for a digit from 1 to 9, `@` for a letter. */
  readonly postcode: string;
}

export interface Country {
  readonly name: string;
  readonly towns: readonly Town[];
  readonly streets: readonly string[];
  /** `N` stands for the number of the house, `S` for the street. */
  readonly address: string;
  /** In percent of the households, or of the people. */
  readonly landlines: number;
  readonly mobiles: number;
  /** Undefined where mobile numbers look like those of the town. */
  readonly mobileRanges: readonly TelephoneRange[] | undefined;
}

const town = (name: string, postcode: string, landlines: readonly TelephoneRange[], names = ENGLISH): Town => ({
  ...{ name, postcode, landlines, names },
});

export const BRITAIN: Country = {
  name: 'United Kingdom',
  towns: [
    town('London', 'SW## #@@', [british('020 7946 0###')]),
    town('Leeds', 'LS# #@@', [british('0113 496 0###')]),
    town('Sheffield', 'S## #@@', [british('0114 496 0###')]),
    town('Nottingham', 'NG# #@@', [british('0115 496 0###')]),
    town('Leicester', 'LE# #@@', [british('0116 496 0###')]),
    town('Bristol', 'BS# #@@', [british('0117 496 0###')]),
    town('Birmingham', 'B## #@@', [british('0121 496 0###')]),
    town('Edinburgh', 'EH# #@@', [british('0131 496 0###')]),
    town('Glasgow', 'G## #@@', [british('0141 496 0###')]),
    town('Liverpool', 'L# #@@', [british('0151 496 0###')]),
    town('Manchester', 'M## #@@', [british('0161 496 0###')]),
    town('Newcastle upon Tyne', 'NE# #@@', [british('0191 498 0###')]),
    town('Belfast', 'BT# #@@', [british('028 9649 6###')]),
    town('Cardiff', 'CF## #@@', [british('029 2018 0###')]),
    town('York', 'YO## #@@', [british('01632 960###')]),
  ],
  streets: ['High Street', 'Station Road', 'Mill Lane', 'Church Lane', 'Park Road', 'Queens Road', 'The Green'],
  address: 'N S',
  landlines: 88,
  // Ofcom reserves no more than a thousand mobile numbers.
  mobiles: 36,
  mobileRanges: BRITISH_MOBILES,
};

export const UNITED_STATES: Country = {
  name: 'United States',
  towns: [
    town('New York, NY', '100##', northAmerican('212', '646', '917', '718')),
    town('Los Angeles, CA', '900##', northAmerican('213', '310', '323', '818')),
    town('Chicago, IL', '606##', northAmerican('312', '773', '872')),
    town('Houston, TX', '770##', northAmerican('713', '281', '832')),
    town('Philadelphia, PA', '191##', northAmerican('215', '267', '445')),
    town('Boston, MA', '021##', northAmerican('617', '857', '781')),
    town('Seattle, WA', '981##', northAmerican('206', '425', '253')),
    town('Miami, FL', '331##', northAmerican('305', '786', '954')),
    town('Denver, CO', '802##', northAmerican('303', '720')),
    town('Atlanta, GA', '303##', northAmerican('404', '470', '678')),
  ],
  streets: ['Main St', 'Oak Ave', 'Maple Dr', 'Washington Blvd', 'Lakeview Rd', '2nd St', 'Cedar Ln'],
  address: 'N4 S',
  landlines: 35,
  mobiles: 88,
  mobileRanges: undefined,
};

export const CANADA: Country = {
  name: 'Canada',
  towns: [
    town('Toronto, ON', 'M#@ #@#', northAmerican('416', '647', '437')),
    town('Vancouver, BC', 'V#@ #@#', northAmerican('604', '778', '236')),
    town('Montréal, QC', 'H#@ #@#', northAmerican('514', '438'), FRENCH),
    town('Québec, QC', 'G#@ #@#', northAmerican('418', '581'), FRENCH),
  ],
  streets: ['King St', 'Main St', 'Elm Ave', 'Lakeshore Rd', 'Rue Principale'],
  address: 'N1 S',
  landlines: 45,
  mobiles: 80,
  mobileRanges: undefined,
};

export const FRANCE: Country = {
  name: 'France',
  towns: [
    town('Paris', '750##', [french('01 99 00 ## ##')], FRENCH),
    town('Rennes', '350##', [french('02 61 91 ## ##')], FRENCH),
    town('Nantes', '440##', [french('02 61 91 ## ##')], FRENCH),
    town('Strasbourg', '670##', [french('03 53 01 ## ##')], FRENCH),
    town('Besançon', '250##', [french('03 53 01 ## ##')], FRENCH),
    town('Lyon', '690##', [french('04 65 71 ## ##')], FRENCH),
    town('Saint-Étienne', '420##', [french('04 65 71 ## ##')], FRENCH),
    town('Marseille', '130##', [french('04 65 71 ## ##')], FRENCH),
    town('Bordeaux', '330##', [french('05 36 49 ## ##')], FRENCH),
    town('Toulouse', '310##', [french('05 36 49 ## ##')], FRENCH),
  ],
  streets: ['rue de la Gare', "rue de l'Église", 'avenue Victor Hugo', 'place du Marché', 'chemin des Vignes'],
  address: 'N, S',
  landlines: 55,
  mobiles: 91,
  mobileRanges: FRENCH_MOBILES,
};
