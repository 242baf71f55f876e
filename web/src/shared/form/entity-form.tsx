import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { LeaveGuard } from '../router/leave-guard.tsx';
import { navigate } from '../router/use-place.ts';
import { ErrorAlert } from '../shell/message-pages.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import type { FormValues } from './form-model.ts';
import type { FormState } from './use-form.ts';

/** The frame of a form: fields, buttons, what failed, and the guard against leaving with unsaved changes. */
export function EntityForm<Values extends FormValues>({
  form,
  labels,
  submitText,
  cancelTo,
  children,
}: {
  readonly form: FormState<Values>;
  /** The label of each field, for the choice between two persons' changes. */
  readonly labels: Readonly<Record<keyof Values & string, string>>;
  readonly submitText: string;
  /** The address to go to without saving. */
  readonly cancelTo: string;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLFormElement>(null);
  const attempts = useRef(0);
  const invalid = Object.keys(form.errors).length;

  // After an attempt to save, the cursor is in the first field that is not valid.
  useEffect(() => {
    if (attempts.current === 0 || invalid === 0) return;
    attempts.current = 0;
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [invalid]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempts.current += 1;
    void form.submit();
  };

  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" onClick={() => navigate(cancelTo)}>
              Cancel
            </Button>
            <Button variant="primary" loading={form.isSaving} disabled={form.conflict !== undefined}>
              {submitText}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          {form.failure && <ErrorAlert error={form.failure} header="Not saved" />}
          {form.conflict && <ConflictChoice form={form} conflict={form.conflict} labels={labels} />}
          <Container>
            <SpaceBetween size="l">{children}</SpaceBetween>
          </Container>
        </SpaceBetween>
      </Form>
      <LeaveGuard active={form.isDirty} />
    </form>
  );
}
