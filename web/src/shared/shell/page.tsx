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

const FORM_WIDTH_PX = 1_040;

/** One page: its heading, its place among the pages above it, and its content. */
export function Page({
  title,
  tabTitle = title,
  above = [],
  description,
  actions,
  isForm = false,
  children,
}: {
  readonly title: string;
  /** The title of the tab, which the browser keeps in its history: a page of a customer does not give it the name. */
  readonly tabTitle?: string;
  /** The pages above this one, the topmost first. */
  readonly above?: readonly Crumb[];
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** A form stays as wide as its longest lines can be read. */
  readonly isForm?: boolean;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${tabTitle} · ${SHELL.product}`;
  }, [tabTitle]);
  return (
    <ContentLayout
      {...(isForm && { maxContentWidth: FORM_WIDTH_PX })}
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
