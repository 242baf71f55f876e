/** The command that runs this program again in the same way. */
export function programName({ npm_command: command }: Readonly<Record<string, string | undefined>>): string {
  if (command === 'exec') return 'npx switchboard';
  // Depends on the version of npm.
  return command === 'run' || command === 'run-script' ? 'npm run switchboard --' : 'switchboard';
}

export const PROGRAM = programName(process.env);
