import {
  colorBackgroundProgressBarDefault,
  colorChartsStatusHigh,
  colorChartsStatusInfo,
  colorChartsStatusNeutral,
  colorChartsStatusPositive,
  // The package of design tokens names properties of another build: its colours do not follow the dark theme.
} from '../../../../node_modules/@cloudscape-design/components/internal/generated/styles/tokens.js';

export type Tone = 'runs' | 'inserted' | 'updated' | 'ignored' | 'failed' | 'unprocessed';

const COLOURS: Readonly<Record<Tone, string>> = {
  runs: colorChartsStatusInfo,
  inserted: colorChartsStatusPositive,
  updated: colorChartsStatusInfo,
  ignored: colorChartsStatusNeutral,
  failed: colorChartsStatusHigh,
  unprocessed: colorChartsStatusNeutral,
};

const HEIGHT = 12;

/** A horizontal bar that fills the width of its place. @param share from 0 to 1 */
export function Bar({ label, share, tone }: { readonly label: string; readonly share: number; readonly tone: Tone }) {
  const percentage = `${Math.round(share * 100)} %`;
  return (
    <svg role="img" aria-label={`${label}: ${percentage}`} width="100%" height={HEIGHT}>
      <rect width="100%" height={HEIGHT} rx={HEIGHT / 3} fill={colorBackgroundProgressBarDefault} />
      <rect width={`${share * 100}%`} height={HEIGHT} rx={HEIGHT / 3} fill={COLOURS[tone]} />
    </svg>
  );
}
