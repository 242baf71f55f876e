import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { FEATURE_TEXTS, type Feature } from '../session/features-model.ts';
import { useIsShown } from '../session/me.ts';
import { HomeButton } from './home-button.tsx';
import { destinations } from './navigation.ts';
import { Page } from './page.tsx';
import { SHELL } from './text.ts';

/** For a page of a feature that is off. A user for whom nothing else is left gets no button that leads back to this page. */
export function FeatureOffPage({
  feature,
  account,
}: {
  readonly feature?: Feature | undefined;
  readonly account?: string | undefined;
}) {
  const hasOtherPages = destinations(useIsShown()).length > 0;
  return (
    <Page title={SHELL.featureOffTitle(feature && FEATURE_TEXTS[feature])}>
      <SpaceBetween size="m">
        <Box>{SHELL.featureOff(account?.toUpperCase())}</Box>
        {hasOtherPages && <HomeButton />}
      </SpaceBetween>
    </Page>
  );
}
