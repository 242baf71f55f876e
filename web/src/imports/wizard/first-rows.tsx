import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { columnTitles } from './format-model.ts';
import type { Preview } from './mapping-model.ts';
import { WIZARD } from './text.ts';

/** A page shows no more columns of the first rows; the next step shows all columns. */
const MOST_COLUMNS = 50;

/** The first records as they are read, below the lines that are skipped. */
export function FirstRows({ preview, isBehind }: { readonly preview: Preview; readonly isBehind: boolean }) {
  const titles = columnTitles(preview).slice(0, MOST_COLUMNS);
  return (
    <SpaceBetween size="s">
      {preview.skipped.length > 0 && (
        <div>
          <Box variant="awsui-key-label">{WIZARD.skipped}</Box>
          {preview.skipped.map(({ line, text }) => (
            <Box key={line} color="text-body-secondary">
              {WIZARD.line} {line}: {text}
            </Box>
          ))}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard. */}
      <section className="first-rows" aria-label={WIZARD.firstRows} aria-busy={isBehind} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {titles.map((title, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one name.
                <th key={index} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a record has no other name than its place.
              <tr key={index}>
                {titles.map((_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={column}>{row[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </SpaceBetween>
  );
}
