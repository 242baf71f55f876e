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
} from '@cloudscape-design/design-tokens';

declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string;
  }
}

/** The tokens that designer.css uses. Their names in style sheets change with each release; these do not. */
export const DESIGNER_STYLE = {
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
