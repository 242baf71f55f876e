import { type DemoClient, field } from './client.ts';
import { BRITAIN, CANADA, UNITED_STATES } from './countries.ts';
import { happens, pick } from './random.ts';
import { amount, day, someOf, timeOfDay, yesOrNo } from './values.ts';

const DETAILS = 'details';
const BOOKINGS = 'bookings';
const COUNTRIES = ['United Kingdom', 'United States', 'Canada'];
const TIERS = ['Silver', 'Gold', 'Platinum'];
const INTERESTS = ['Beach', 'City breaks', 'Cruises', 'Walking', 'Museums', 'Food'];
const NOTES = [
  'Prefers calls after 17:00, never on Sundays.',
  'Travels with a guide dog; ask for "ground floor" rooms.',
  'Complaint about the transfer in May: voucher sent.\nHappy since.',
  'Wants the brochure of next winter; two adults, one child.',
  'Allergic to nuts. Always tell the hotel.',
];

const reference = (n: number) => `HB-${(n * 7919) % 1_000_000}`;

export const HARBOUR_BAY: DemoClient = {
  account: { prefix: 'HAR', name: 'Harbour Bay Travel', manager: 'Margaret Doyle' },
  campaign: { name: 'Winter sun', crmName: 'Travellers' },
  table: { prefix: 'HARBAY', name: 'Harbour Bay travellers', defaultCountry: 'GB' },
  tab: { id: BOOKINGS, label: 'Bookings' },
  countries: [BRITAIN, BRITAIN, BRITAIN, BRITAIN, BRITAIN, UNITED_STATES, UNITED_STATES, UNITED_STATES, CANADA, CANADA],
  seed: 1,
  fields: [
    field(['P021', 'Country', 'list', DETAILS], (_, __, { household }) => household.country.name, {
      listValues: COUNTRIES,
      result: true,
    }),
    field(['P022', 'Date of birth', 'date', DETAILS], (random) => day(random, 1938, 2006)),
    field(['P023', 'Booking reference', 'text', BOOKINGS], (_, n) => reference(n), {
      ...{ search: true, result: true, modify: false, maxLength: 12 },
    }),
    field(['P024', 'Tier', 'list', BOOKINGS], (random) => pick(['', 'Silver', 'Silver', ...TIERS], random), {
      listValues: TIERS,
    }),
    field(['P025', 'Interests', 'multi-list', BOOKINGS], (random) => someOf(INTERESTS, random), {
      ...{ listValues: INTERESTS, maxLength: 200 },
    }),
    field(['P026', 'Travellers', 'number', BOOKINGS], (random) => String(1 + random(6)), { maxLength: 3 }),
    field(['P027', 'Next departure', 'date', BOOKINGS], (random) => day(random, 2026, 2027), { result: true }),
    field(['P028', 'Balance due', 'currency', BOOKINGS], (random) => amount(random, 2_400)),
    field(['P029', 'Newsletter', 'yes-no', BOOKINGS], (random) => yesOrNo(random, 62), { maxLength: 5 }),
    field(['P030', 'Best time to call', 'time', BOOKINGS], (random) => timeOfDay(random)),
    field(
      ['P031', 'Last contact', 'date-time', BOOKINGS],
      (random) => `${day(random, 2025, 2025)}T${timeOfDay(random)}:00Z`,
    ),
    field(['P032', 'Booking page', 'url', BOOKINGS], (_, n) => `https://www.example.com/bookings/${reference(n)}`, {
      maxLength: 200,
    }),
    field(['P033', 'Notes', 'notes', BOOKINGS], (random) => (happens(12, random) ? pick(NOTES, random) : ''), {
      maxLength: 4_000,
    }),
  ],
};
