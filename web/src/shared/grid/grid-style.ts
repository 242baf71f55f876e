import {
  colorBackgroundContainerContent,
  colorBackgroundItemSelected,
  colorBorderDividerDefault,
  colorBorderItemFocused,
  colorTextBodySecondary,
  colorTextStatusError,
  fontSizeBodyM,
  fontWeightBold,
  spaceScaledXs,
  // The package of design tokens names properties of another build: its colours do not follow the dark theme.
} from '../../../../node_modules/@cloudscape-design/components/internal/generated/styles/tokens.js';

/** The tokens that grid.css uses. */
export const GRID_STYLE = {
  '--grid-gap': spaceScaledXs,
  '--grid-line': `1px solid ${colorBorderDividerDefault}`,
  '--grid-surface': colorBackgroundContainerContent,
  '--grid-chosen': colorBackgroundItemSelected,
  '--grid-accent': colorBorderItemFocused,
  '--grid-font': fontSizeBodyM,
  '--grid-muted': colorTextBodySecondary,
  '--grid-bold': fontWeightBold,
  '--grid-wrong': colorTextStatusError,
} as const;
