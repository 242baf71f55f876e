import type { components } from '../shared/api/schema.ts';
import type { Rules } from '../shared/form/form-model.ts';
import { CAMPAIGNS } from './text.ts';

export type Campaign = components['schemas']['Campaign'];
type CampaignUpdate = components['schemas']['CampaignUpdate'];

/** A campaign as its form shows it. No CRM table and no short name are empty texts. */
export interface CampaignValues extends Record<string, string> {
  readonly name: string;
  readonly crmTablePrefix: string;
  readonly crmName: string;
}

export const NEW_CAMPAIGN: CampaignValues = { name: '', crmTablePrefix: '', crmName: '' };

export const CAMPAIGN_LABELS: Readonly<Record<keyof CampaignValues & string, string>> = {
  name: CAMPAIGNS.name,
  crmTablePrefix: CAMPAIGNS.crmTable,
  crmName: CAMPAIGNS.crmName,
};

const LONGEST_NAME = 100;
const LONGEST_CRM_NAME = 20;

export const CAMPAIGN_RULES: Rules<CampaignValues> = {
  name: (value) => (value.trim() !== '' && value.trim().length <= LONGEST_NAME ? undefined : CAMPAIGNS.nameRule),
  crmName: (value) => (value.trim().length <= LONGEST_CRM_NAME ? undefined : CAMPAIGNS.crmNameRule),
};

export const valuesOf = ({ name, crmTablePrefix, crmName }: Campaign): CampaignValues => ({
  name,
  crmTablePrefix: crmTablePrefix ?? '',
  crmName: crmName ?? '',
});

export const updateOf = ({ name, crmTablePrefix, crmName }: CampaignValues): CampaignUpdate => ({
  name: name.trim(),
  crmTablePrefix: crmTablePrefix || null,
  crmName: crmName.trim() || null,
});

/** Whether two names are the same for the API: it compares names of campaigns blind to case. */
export const isSameName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
