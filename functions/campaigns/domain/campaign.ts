import * as z from 'zod';
import { lineOfText, uniqueName } from '../../shared/domain/text.ts';

const LONGEST_NAME = 100;
const LONGEST_CRM_NAME = 20;

const TablePrefixSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{1,6}$/, 'A CRM table prefix must be one to six letters and digits, for example VOUCIM.')
  .toUpperCase();

const CrmNameSchema = lineOfText(LONGEST_CRM_NAME).meta({
  description: 'The short name under which the campaign shows its CRM; null if it has none. It needs no CRM table.',
  example: 'Vouchers',
});

/** The work of an account's agents. Several campaigns may use the same CRM table and its customers. */
export const CampaignSchema = z
  .strictObject({
    id: z.string(),
    accountPrefix: z.string(),
    /** Unique within the account, regardless of case. */
    name: uniqueName(LONGEST_NAME),
    /** A CRM table of the same account; null without one. */
    crmTablePrefix: TablePrefixSchema.nullable(),
    crmName: CrmNameSchema.nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Campaign' });
export type Campaign = z.infer<typeof CampaignSchema>;

/** A campaign that an earlier release has stored has no short name. */
export const StoredCampaignSchema = CampaignSchema.extend({ crmName: CrmNameSchema.nullable().default(null) });

export interface CampaignId {
  readonly accountPrefix: string;
  readonly campaignId: string;
}

export const campaignId = ({ accountPrefix, id }: Campaign): CampaignId => ({ accountPrefix, campaignId: id });

/** An update sets every attribute: a client that leaves the CRM table out must not remove it. */
export const CampaignUpdateSchema = CampaignSchema.pick({ name: true, crmTablePrefix: true, crmName: true }).meta({
  id: 'CampaignUpdate',
});
export type CampaignInput = z.infer<typeof CampaignUpdateSchema>;

export const NewCampaignSchema = CampaignUpdateSchema.extend({
  crmTablePrefix: TablePrefixSchema.nullable().default(null),
  crmName: CrmNameSchema.nullable().default(null),
}).meta({ id: 'NewCampaign' });
