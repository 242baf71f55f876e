import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';

/** Holds the place of a page while it loads. */
export function PageSkeleton() {
  return (
    <ContentLayout header={<Skeleton width="16rem" height="2rem" />}>
      <Container>
        <SpaceBetween size="s">
          {[1, 2, 3, 4, 5].map((line) => (
            <Skeleton key={line} width="100%" height="1.5rem" />
          ))}
        </SpaceBetween>
      </Container>
    </ContentLayout>
  );
}
