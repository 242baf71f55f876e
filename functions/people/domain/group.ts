import * as z from 'zod';
import { uniqueName } from '../../shared/domain/text.ts';

const LONGEST_NAME = 100;

/** Users who work together: calls and lists are given to a group. */
export const GroupSchema = z
  .strictObject({
    id: z.string(),
    /** Unique regardless of case. */
    name: uniqueName(LONGEST_NAME),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Group' });
export type Group = z.infer<typeof GroupSchema>;

export const GroupInputSchema = GroupSchema.pick({ name: true }).meta({ id: 'GroupInput' });
export type GroupInput = z.infer<typeof GroupInputSchema>;

export interface GroupId {
  readonly groupId: string;
}

export const groupId = ({ id }: Group): GroupId => ({ groupId: id });
