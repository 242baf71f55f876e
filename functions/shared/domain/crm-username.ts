/** The name of the CRM username in the user pool. The pool adds the prefix `custom:`, also in the claim of the id token. */
export const CRM_USERNAME = 'crm_username';
export const CRM_USERNAME_ATTRIBUTE = `custom:${CRM_USERNAME}`;
