import type { ApiClient } from '../api/client.ts';
import type { NewImport } from '../api/imports.ts';
import { preview } from '../api/preview.ts';
import { CliError } from '../errors.ts';
import { printable } from '../print/printable.ts';
import { PROGRAM } from '../program-name.ts';
import { type LocalFile, PREVIEW_BYTES, readHead } from '../upload/local-file.ts';

/**
 * The import with the mapping that the preview of its file proposes, and a line for each mapped column.
 * @throws CliError `proposal.rejected` if the import would be rejected with it
 */
export async function acceptProposal(
  api: ApiClient,
  file: LocalFile,
  { fileName, confirmedDollars, ...request }: NewImport,
): Promise<{ readonly mapping: NonNullable<NewImport['mapping']>; readonly lines: string[] }> {
  const head = (await readHead(file, PREVIEW_BYTES)).toString('base64');
  const { mapping, columns, rejection: asRequested, rejectionWithMapping } = await preview(api, { ...request, head });
  // A file without a readable record has no proposal.
  const rejection = rejectionWithMapping ?? (mapping.length === 0 ? asRequested : undefined);
  if (rejection) {
    throw new CliError('proposal.rejected', `${printable(rejection.reason)} Nothing was imported.`, {
      advice: `Preview the file: ${PROGRAM} preview ${printable(fileName)} --table ${request.prefix}`,
    });
  }
  return {
    mapping,
    lines: columns.map(({ position, name, field, label }) => {
      const column = name?.trim() ? `${position} (${name})` : String(position);
      return printable(`  ${column}: ${field === null ? 'not imported' : `${field} ${label ?? ''}`}`);
    }),
  };
}
