import * as z from 'zod';
import { PERMISSION_NAMES, USER_PERMISSIONS } from '../../shared/domain/permissions.ts';
import { ROLE_NAMES, ROLES } from '../../shared/domain/roles.ts';
import { uniqueName } from '../../shared/domain/text.ts';
import { AllFieldRulesSchema } from './field-rules.ts';
import { PermissionSchema } from './permission.ts';

const LONGEST_NAME = 100;

const PermissionsSchema = z
  .array(PermissionSchema)
  .max(PERMISSION_NAMES.length)
  .meta({ description: 'Each is one of the list of permissions.' });

/** A set of permissions, less what the rules of fields take away. A user has it for all accounts or for named ones. */
export const RoleSchema = z
  .strictObject({
    id: z.string().meta({ description: 'Never changes. That of a built-in role is its name.' }),
    /** Unique regardless of case. */
    name: uniqueName(LONGEST_NAME),
    permissions: PermissionsSchema,
    fieldRules: AllFieldRulesSchema.default([]),
    isBuiltIn: z.boolean().meta({ description: 'A built-in role cannot be changed or deleted.' }),
    createdAt: z.iso.datetime().optional().meta({ description: 'Absent for a built-in role.' }),
  })
  .meta({ id: 'Role' });
export type Role = z.infer<typeof RoleSchema>;

/** No role has a permission that only machines have; one that is given twice counts once. */
export const RoleInputSchema = z
  .strictObject({
    name: RoleSchema.shape.name,
    permissions: z
      .array(z.enum(USER_PERMISSIONS))
      .min(1)
      .max(PERMISSION_NAMES.length)
      .transform((names) => USER_PERMISSIONS.filter((name) => names.includes(name))),
    fieldRules: AllFieldRulesSchema.optional().meta({
      description: 'What the role takes away, by CRM table. Left out, an update keeps the rules of the role.',
    }),
  })
  .meta({ id: 'RoleInput' });
export type RoleInput = z.infer<typeof RoleInputSchema>;

export interface RoleId {
  readonly roleId: string;
}

export const roleId = ({ id }: Role): RoleId => ({ roleId: id });

/** The built-in roles, in the order of their ids. */
export const BUILT_IN_ROLES: readonly Role[] = [...ROLE_NAMES].sort().map((id) => ({
  id,
  name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  permissions: [...ROLES[id]],
  fieldRules: [],
  isBuiltIn: true,
}));

export const builtInRole = (id: string): Role | undefined => BUILT_IN_ROLES.find((role) => role.id === id);
