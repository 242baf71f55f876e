import { useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { guardedHistory } from '../router/history.ts';
import { navigate } from '../router/use-place.ts';
import { SAVED } from '../shell/notice-model.ts';
import { removeNotice } from '../shell/notices.tsx';
import {
  brokenRules,
  type ChangedField,
  type FieldErrors,
  type FormValues,
  isChanged,
  placeViolations,
  type Rules,
  withChoices,
} from './form-model.ts';
import { type Conflict, type Loaded, saveOver } from './save-over.ts';

interface FormOptions<Values extends FormValues> {
  readonly initial: Loaded<Values>;
  /** What the user had typed before, for instance before a reload of the page. */
  readonly typed?: Partial<Values>;
  readonly rules: Rules<Values>;
  /**
   * @param before the values that the ETag belongs to
   * @returns the address to go to
   * @throws ApiError if the API rejects the values
   */
  readonly save: (values: Values, etag: string, before: Values) => Promise<string>;
  /** Reads the entity again, after another person has changed it. */
  readonly reload?: () => Promise<Loaded<Values>>;
}

export interface FormState<Values extends FormValues> {
  /** What the form began with, or the values of another person that came in between. */
  readonly base: Loaded<Values>;
  readonly values: Values;
  readonly errors: FieldErrors;
  /** What the API says that belongs to no field. */
  readonly failure: ApiError | Error | undefined;
  readonly conflict: Conflict<Values> | undefined;
  readonly isSaving: boolean;
  readonly isDirty: boolean;
  set(name: keyof Values & string, value: string): void;
  submit(): Promise<void>;
  /** Keeps the user's value of a field, or takes the other person's. */
  choose(name: string, keep: ChangedField['keep']): void;
  /** Takes the choices over into the form; the user then saves again. */
  resolveConflict(): void;
}

/** The state of one form: values, errors beside fields, and what another person changed meanwhile. */
export function useForm<Values extends FormValues>({
  initial,
  typed,
  rules,
  save,
  reload,
}: FormOptions<Values>): FormState<Values> {
  const [base, setBase] = useState(initial);
  const [values, setValues] = useState<Values>({ ...initial.values, ...typed });
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [rejected, setRejected] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<Error>();
  const [conflict, setConflict] = useState<Conflict<Values>>();
  const [progress, setProgress] = useState<'open' | 'saving' | 'saved'>('open');

  const broken = brokenRules(values, rules);
  const shownRules = Object.fromEntries(Object.entries(broken).filter(([name]) => touched.has(name)));

  function rejectedBy(error: unknown): void {
    const { fields, rest } = placeViolations(error instanceof ApiError ? error.violations : [], values);
    setRejected(fields);
    const isExplained = Object.keys(fields).length > 0 && rest.length === 0;
    if (!isExplained) setFailure(error instanceof Error ? error : new Error(String(error)));
  }

  return {
    base,
    values,
    errors: { ...shownRules, ...rejected },
    failure,
    conflict,
    isSaving: progress === 'saving',
    isDirty: progress !== 'saved' && isChanged(base.values, values),
    set(name, value) {
      setValues((before) => ({ ...before, [name]: value }));
      setTouched((before) => new Set([...before, name]));
      setRejected(({ [name]: _, ...others }) => others);
    },
    async submit() {
      setTouched(new Set(Object.keys(values)));
      if (progress === 'saving' || Object.keys(broken).length > 0) return;
      setProgress('saving');
      setFailure(undefined);
      removeNotice(SAVED);
      setRejected({});
      try {
        const next = await saveOver(values, base, save, reload);
        if (typeof next !== 'string') {
          setProgress('open');
          return setConflict(next);
        }
        setProgress('saved');
        guardedHistory.setGuard(undefined);
        navigate(next);
      } catch (error) {
        setProgress('open');
        rejectedBy(error);
      }
    },
    choose(name, keep) {
      setConflict(
        (before) =>
          before && {
            ...before,
            fields: before.fields.map((field) => (field.name === name ? { ...field, keep } : field)),
          },
      );
    },
    resolveConflict() {
      if (!conflict) return;
      setValues((before) => withChoices(before, conflict.fields));
      setBase(conflict.current);
      setConflict(undefined);
    },
  };
}
