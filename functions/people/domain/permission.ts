import * as z from 'zod';
import { PERMISSION_NAMES, PERMISSIONS } from '../../shared/domain/permissions.ts';

export const PermissionSchema = z.enum(PERMISSION_NAMES).meta({
  id: 'Permission',
  description: PERMISSION_NAMES.map((name) => `\`${name}\`: ${PERMISSIONS[name]}`).join(' '),
});
