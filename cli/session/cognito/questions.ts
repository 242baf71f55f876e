/** What a login may have to ask. */
export interface Questions {
  newPassword(): Promise<string>;
  /** @param attempt from 1 */
  code(attempt: number): Promise<string>;
  /** Shows the secret from which an authenticator app makes codes. @param address `otpauth://...` */
  showSecret(secret: string, address: string): void;
}
