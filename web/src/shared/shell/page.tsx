import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useEffect } from 'react';
import { follow } from '../router/use-place.ts';
import { SHELL } from './text.ts';

interface Crumb {
  readonly text: string;
  readonly href: string;
}

/** One page: its heading, its place among the pages above it, and its content. */
export function Page({
  title,
  above = [],
  description,
  actions,
  children,
}: {
  readonly title: string;
  /** The pages above this one, the topmost first. */
  readonly above?: readonly Crumb[];
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · ${SHELL.product}`;
  }, [title]);
  return (
    <ContentLayout
      header={
        <SpaceBetween size="xs">
          {above.length > 0 && (
            <BreadcrumbGroup ariaLabel="Breadcrumbs" items={[...above, { text: title, href: '' }]} onFollow={follow} />
          )}
          <Header variant="h1" description={description} actions={actions}>
            {title}
          </Header>
        </SpaceBetween>
      }
    >
      {children}
    </ContentLayout>
  );
}
