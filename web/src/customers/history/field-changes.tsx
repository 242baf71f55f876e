import { shownValue } from '../field-values.tsx';
import type { FieldChange, Labels } from './history-model.ts';
import { HISTORY } from './text.ts';

/** Each field with its old and its new value. */
export function FieldChanges({
  changes,
  labels,
}: {
  readonly changes: readonly FieldChange[];
  readonly labels: Labels;
}) {
  return (
    <dl className="history-changes">
      {changes.map(({ code, old, new: after }) => (
        <div key={code}>
          <dt>{labels.get(code) ?? code}</dt>
          <dd>
            {old !== undefined && (
              <del>
                <span className="history-label">{HISTORY.old} </span>
                {shownValue(old)}
              </del>
            )}{' '}
            <span className="history-label">{HISTORY.new} </span>
            {shownValue(after)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
