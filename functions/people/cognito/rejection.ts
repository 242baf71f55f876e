import {
  AliasExistsException,
  CodeDeliveryFailureException,
  InvalidParameterException,
  UnsupportedUserStateException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { SignInRejection } from '../domain/sign-in-account.ts';

/** Waits for the answer of an act on an account; an account that does not exist has nothing to act on. */
export async function ifFound<T>(act: Promise<T>): Promise<T | undefined> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
}

/** Waits for an act, and turns errors that a repetition would meet again into rejections. */
export async function rejecting(act: Promise<unknown>): Promise<void> {
  try {
    await act;
  } catch (error) {
    // The invitation is sent again to a user who has signed in meanwhile.
    if (error instanceof UnsupportedUserStateException) return;
    if (error instanceof AliasExistsException) throw new SignInRejection('email-in-use');
    if (error instanceof CodeDeliveryFailureException) throw new SignInRejection('message-not-sent');
    if (error instanceof InvalidParameterException) throw new SignInRejection('email-rejected');
    throw error;
  }
}
