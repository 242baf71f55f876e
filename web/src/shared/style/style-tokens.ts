import {
  borderRadiusInput,
  colorBackgroundContainerContent,
  colorBackgroundItemSelected,
  colorBackgroundLayoutPanel,
  colorBorderDividerDefault,
  colorBorderItemFocused,
  colorTextBodySecondary,
  colorTextStatusError,
  fontWeightBold,
  fontWeightNormal,
  spaceScaledL,
  spaceScaledXs,
  spaceScaledXxl,
  spaceScaledXxs,
  spaceScaledXxxs,
  // The package of design tokens names properties of another build: its colours do not follow the dark theme.
} from '../../../../node_modules/@cloudscape-design/components/internal/generated/styles/tokens.js';

/** The tokens that style sheets use. The names of their properties change with each release of the components. */
export const STYLE_TOKENS = {
  '--gap': spaceScaledL,
  '--gap-s': spaceScaledXs,
  '--gap-xs': spaceScaledXxxs,
  '--cell': `${spaceScaledXxs} ${spaceScaledXs}`,
  '--indent': spaceScaledXxl,
  '--line': `1px solid ${colorBorderDividerDefault}`,
  '--surface': colorBackgroundContainerContent,
  '--raised': colorBackgroundLayoutPanel,
  '--chosen': colorBackgroundItemSelected,
  '--accent': colorBorderItemFocused,
  '--muted': colorTextBodySecondary,
  '--error': colorTextStatusError,
  '--bold': fontWeightBold,
  '--normal': fontWeightNormal,
  '--radius': borderRadiusInput,
} as const;
