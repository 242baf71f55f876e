import * as z from 'zod';
import { uniqueName } from '../../shared/domain/text.ts';

const LONGEST_NAME = 100;

const TablePrefixSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{1,6}$/, 'A CRM table prefix is one to six letters and digits, for example VOUCIM.')
  .toUpperCase();

/** What an account's agents work on. Several campaigns may use the same CRM table, and so its customers. */
export const CampaignSchema = z
  .strictObject({
    id: z.string(),
    accountPrefix: z.string(),
    /** Unique within the account, whatever its case. */
    name: uniqueName(LONGEST_NAME),
    /** A CRM table of the same account; null while the campaign has none. */
    crmTablePrefix: TablePrefixSchema.nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Campaign' });
export type Campaign = z.infer<typeof CampaignSchema>;

/** What a person says of a campaign. A change says all of it, so that leaving the table out cannot mean taking it away. */
export const CampaignChangeSchema = CampaignSchema.pick({ name: true, crmTablePrefix: true }).meta({
  id: 'CampaignChange',
});
export type CampaignInput = z.infer<typeof CampaignChangeSchema>;

export const NewCampaignSchema = CampaignChangeSchema.extend({
  crmTablePrefix: TablePrefixSchema.nullable().default(null),
}).meta({ id: 'NewCampaign' });
