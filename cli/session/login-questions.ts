import type { Asker } from '../asker.ts';
import { CliError } from '../errors.ts';
import type { Printer } from '../print/printer.ts';
import type { Questions } from './cognito/questions.ts';

/** Asks a person what Cognito wants to know. */
export function loginQuestions(asker: Asker, printer: Printer): Questions {
  return {
    async newPassword() {
      printer.note('', 'Choose a password of your own: 12 characters or more, with capitals, digits and signs.');
      return newPasswordFrom(asker);
    },
    async code(attempt) {
      const question = attempt === 1 ? 'Code of your authenticator app: ' : 'That code was not right. The next one: ';
      return (await asker.line(question)).replaceAll(' ', '');
    },
    showSecret(secret, address) {
      printer.note(
        '',
        'This stage wants a second factor. Add Switchboard to an authenticator app, by this secret:',
        `  ${secret}`,
        'or by this address, for apps that take one:',
        `  ${address}`,
        '',
      );
    },
  };
}

/** Twice, since nobody sees what is typed. @throws CliError */
async function newPasswordFrom(asker: Asker): Promise<string> {
  const first = await asker.secret('New password: ');
  if ((await asker.secret('Once more: ')) === first) return first;
  throw new CliError('login.passwords-differ', 'The two passwords are not the same. Nothing was changed.');
}
