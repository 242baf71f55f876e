import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { CRM_USERNAME_ATTRIBUTE } from '../../shared/domain/crm-username.ts';
import type { SignInProfile } from '../domain/sign-in.ts';

/** An address that an administrator has entered is verified: the user signs in with it at once. */
export function toAttributes({ email, username, fullName }: SignInProfile): AttributeType[] {
  return [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
    { Name: 'name', Value: fullName },
    { Name: CRM_USERNAME_ATTRIBUTE, Value: username },
  ];
}

export function fromAttributes(attributes: readonly AttributeType[] = []): SignInProfile {
  const textOf = (name: string) => attributes.find(({ Name }) => Name === name)?.Value ?? '';
  return { email: textOf('email'), username: textOf(CRM_USERNAME_ATTRIBUTE), fullName: textOf('name') };
}
