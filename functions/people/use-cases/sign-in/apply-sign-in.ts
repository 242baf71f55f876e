import { profileOf, type SignInProfile } from '../../domain/sign-in.ts';
import { type SignInAct, SignInRejection } from '../../domain/sign-in-account.ts';
import type { User } from '../../domain/user.ts';
import type { DirectoryAccount, SignInDirectory } from '../../ports.ts';

const isSame = (account: DirectoryAccount, profile: SignInProfile): boolean =>
  account.email === profile.email && account.username === profile.username && account.fullName === profile.fullName;

/** Acts on an account that exists, so that it has the names and the status of the user. */
async function applyToAccount(
  directory: SignInDirectory,
  { id, status }: User,
  { act, account, profile }: { act: SignInAct; account: DirectoryAccount; profile: SignInProfile },
): Promise<void> {
  if (!isSame(account, profile)) await directory.update(id, profile);
  const isEnabled = status === 'active';
  if (account.isEnabled !== isEnabled) await directory.setEnabled(id, isEnabled);
  // Also if the account is disabled already: an earlier attempt may have stopped after that.
  if (!isEnabled) return directory.signOut(id);
  const needsInvitation = account.awaitsPassword && act !== 'update';
  if (needsInvitation) return directory.invite(id, profile, account);
  if (act !== 'reset-password') return;
  await directory.resetPassword(id);
  await directory.signOut(id);
}

/**
 * Brings the account of a user in the sign-in service up to date with the user, and carries out an act. It reads the
 * account first, so that it can be repeated after it has stopped at any point; a repetition may send a message again.
 * @returns whether the user has an account
 * @throws SignInRejection
 */
export async function applySignIn(directory: SignInDirectory, user: User, act: SignInAct): Promise<boolean> {
  const account = await directory.find(user.id);
  const profile = profileOf(user);
  if (!profile) {
    if (account) await directory.remove(user.id);
    return false;
  }
  if (account) {
    await applyToAccount(directory, user, { act, account, profile });
    return true;
  }
  if (act === 'reset-password') throw new SignInRejection('not-invited');
  if (act !== 'invite' || user.status === 'disabled') return false;
  await directory.invite(user.id, profile, undefined);
  return true;
}
