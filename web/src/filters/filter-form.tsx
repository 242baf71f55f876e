import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, useState } from 'react';
import { useRun } from '../shared/form/use-run.ts';
import { LeaveGuard } from '../shared/router/leave-guard.tsx';
import { navigate } from '../shared/router/use-place.ts';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { notify } from '../shared/shell/notices.tsx';
import { ConditionRow } from './condition-row.tsx';
import { FilterCount } from './filter-count.tsx';
import {
  type Conditions,
  conditionsOf,
  type EditedGroups,
  editedOf,
  type FilteredField,
  isComplete,
  newCondition,
  withCondition,
} from './model.ts';
import { FILTERS } from './text.ts';

/** The name and the conditions of a filter, with the count of the customers that fulfil them. */
export function FilterForm({
  prefix,
  fields,
  initial,
  home,
  save,
}: {
  readonly prefix: string;
  readonly fields: readonly FilteredField[];
  readonly initial: { readonly name: string; readonly all: Conditions };
  /** The address to go to afterwards. */
  readonly home: string;
  readonly save: (filter: { readonly name: string; readonly all: Conditions }) => Promise<void>;
}) {
  const [name, setName] = useState(initial.name);
  const [groups, setGroups] = useState<EditedGroups>(() =>
    initial.all.length === 0 ? [[newCondition(fields[0])]] : editedOf(initial.all),
  );
  const [isDirty, setDirty] = useState(false);
  const [isAttempted, setAttempted] = useState(false);
  const { run, isRunning, failure } = useRun();
  const isValid = isComplete(groups);
  const conditions = isValid ? conditionsOf(groups) : undefined;
  const change = (changed: EditedGroups) => {
    setDirty(true);
    setGroups(changed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (conditions === undefined || name.trim() === '') return;
    run(async () => {
      await save({ name: name.trim(), all: conditions });
      setDirty(false);
      notify({ id: 'saved', type: 'success', content: FILTERS.savedNotice(name.trim()) });
      navigate(home);
    });
  };
  const isOnly = groups.length === 1 && groups[0]?.length === 1;
  return (
    <form onSubmit={submit} noValidate>
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" onClick={() => navigate(home)}>
              {FILTERS.cancel}
            </Button>
            <Button variant="primary" loading={isRunning}>
              {FILTERS.save}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          {failure !== undefined && <ErrorAlert error={failure} header={FILTERS.notSaved} />}
          <Container>
            <FormField label={FILTERS.name} errorText={isAttempted && name.trim() === '' ? FILTERS.nameMissing : ''}>
              <Input
                autoFocus
                autoComplete={false}
                value={name}
                onChange={({ detail }) => {
                  setDirty(true);
                  setName(detail.value);
                }}
              />
            </FormField>
          </Container>
          {groups.map((group, at) => (
            <Container
              key={group[0]?.id}
              header={<Header variant="h2">{FILTERS.group(at + 1)}</Header>}
              footer={
                <Button
                  formAction="none"
                  onClick={() =>
                    change(groups.map((each, index) => (index === at ? [...each, newCondition(fields[0])] : each)))
                  }
                >
                  {FILTERS.or}
                </Button>
              }
            >
              <SpaceBetween size="m">
                {group.map((condition, index) => (
                  <ConditionRow
                    key={condition.id}
                    label={FILTERS.condition(at + 1, index + 1)}
                    onChange={(changed) => change(withCondition(groups, condition.id, changed))}
                    {...{ condition, fields, isAttempted, isOnly }}
                  />
                ))}
              </SpaceBetween>
            </Container>
          ))}
          <Button formAction="none" onClick={() => change([...groups, [newCondition(fields[0])]])}>
            {FILTERS.and}
          </Button>
          <FilterCount {...{ prefix, conditions }} />
        </SpaceBetween>
      </Form>
      <LeaveGuard active={isDirty && !isRunning} />
    </form>
  );
}
