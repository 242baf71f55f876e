import './desk.css';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormEvent, RefObject } from 'react';
import { ActionButton } from '../../shared/keys/action-button.tsx';
import type { PageAction } from '../../shared/keys/page-action.ts';
import { useNarrow } from '../../shared/shell/use-narrow.ts';
import { STYLE_TOKENS } from '../../shared/style/style-tokens.ts';
import type { Faults, Field } from '../fields-model.ts';
import type { Typed } from './search-model.ts';
import { DESK } from './text.ts';

/** One box for every searchable value, and a field for each of them. The browser does not remember what is typed. */
export function SearchForm({
  fields,
  typed,
  faults,
  box,
  hasFocus,
  clear,
  onChange,
  onSearch,
}: {
  readonly fields: readonly Field[];
  readonly typed: Typed;
  /** By the code of the field; those of the one box stand under `text`. */
  readonly faults: Faults;
  readonly box: RefObject<InputProps.Ref | null>;
  readonly hasFocus: boolean;
  readonly clear: PageAction;
  readonly onChange: (typed: Typed) => void;
  readonly onSearch: () => void;
}) {
  const isNarrow = useNarrow();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch();
  };
  const search = { id: 'search', text: DESK.search, key: 'Enter', act: onSearch };
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <SpaceBetween size="m">
        <div className="desk-box" style={STYLE_TOKENS}>
          <FormField label={DESK.box} description={DESK.boxHelp} errorText={faults.text} stretch>
            <Input
              ref={box}
              type="search"
              autoFocus={hasFocus}
              autoComplete={false}
              spellcheck={false}
              value={typed.text}
              onChange={({ detail }) => onChange({ ...typed, text: detail.value })}
            />
          </FormField>
          <SpaceBetween direction="horizontal" size="xs">
            {/* It never shows that it works: a busy button would swallow the Enter of the next search. */}
            <ActionButton action={search} variant="primary" submits />
            <ActionButton action={clear} />
          </SpaceBetween>
        </div>
        {fields.length > 0 && (
          <ExpandableSection headerText={DESK.byField} defaultExpanded={!isNarrow}>
            <div className="desk-fields" style={STYLE_TOKENS}>
              {fields.map(({ code, label }) => (
                <FormField key={code} label={label} errorText={faults[code]} stretch>
                  <Input
                    autoComplete={false}
                    spellcheck={false}
                    value={typed.fields[code] ?? ''}
                    onChange={({ detail }) => onChange({ ...typed, fields: { ...typed.fields, [code]: detail.value } })}
                  />
                </FormField>
              ))}
            </div>
          </ExpandableSection>
        )}
      </SpaceBetween>
    </form>
  );
}
