import { type DemoClient, field } from './client.ts';
import { FRANCE } from './countries.ts';
import { happens, pick } from './random.ts';
import { amount, day, someOf, timeOfDay, yesOrNo } from './values.ts';

const DETAILS = 'details';
const CONTRACT = 'contract';
const PRODUCTS = ['Habitation', 'Auto', 'Santé', 'Vie'];
const OPTIONS = ['Bris de glace', 'Dégâts des eaux', 'Assistance', 'Protection juridique'];
const NOTES = [
  'Rappeler après 18 h, pas le mercredi.',
  'Déménagement prévu : nouvelle adresse à demander.',
  'Souhaite un devis « famille », deux enfants.',
  'Litige clos en mars ;\ncourrier envoyé.',
];

const contract = (n: number) => `LA${String((n * 104_729) % 10_000_000).padStart(7, '0')}`;

export const LUMIERE: DemoClient = {
  account: { prefix: 'LUM', name: 'Lumière Assurances', manager: 'Hélène Garnier' },
  campaign: { name: 'Home insurance renewals', crmName: 'Policyholders' },
  table: { prefix: 'LUMIER', name: 'Lumière policyholders', defaultCountry: 'FR' },
  tab: { id: CONTRACT, label: 'Contract' },
  countries: [FRANCE],
  seed: 2,
  fields: [
    field(['P021', 'Date of birth', 'date', DETAILS], (random) => day(random, 1936, 2006)),
    field(['P022', 'Contract number', 'text', CONTRACT], (_, n) => contract(n), {
      ...{ search: true, result: true, modify: false, maxLength: 12 },
    }),
    field(['P023', 'Product', 'list', CONTRACT], (random) => pick(PRODUCTS, random), {
      ...{ listValues: PRODUCTS, result: true },
    }),
    field(['P024', 'Options', 'multi-list', CONTRACT], (random) => someOf(OPTIONS, random), {
      ...{ listValues: OPTIONS, maxLength: 200 },
    }),
    field(['P025', 'Yearly premium', 'currency', CONTRACT], (random) => amount(random, 1_900)),
    field(['P026', 'Claims', 'number', CONTRACT], (random) => String(random(4)), { maxLength: 3 }),
    field(['P027', 'Insured since', 'date', CONTRACT], (random) => day(random, 1996, 2025)),
    field(['P028', 'Paperless', 'yes-no', CONTRACT], (random) => yesOrNo(random, 48), { maxLength: 5 }),
    field(
      ['P029', 'Renewal call', 'date-time', CONTRACT],
      (random) => `${day(random, 2027, 2027)}T${timeOfDay(random)}:00+01:00`,
    ),
    field(['P030', 'Contract page', 'url', CONTRACT], (_, n) => `https://www.example.org/contrats/${contract(n)}`, {
      maxLength: 200,
    }),
    field(['P031', 'Notes', 'notes', CONTRACT], (random) => (happens(10, random) ? pick(NOTES, random) : ''), {
      maxLength: 4_000,
    }),
  ],
};
