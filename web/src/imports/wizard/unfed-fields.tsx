import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { type MappedColumn, unfedFields } from './mapping-model.ts';
import { MAPPING } from './text.ts';
import { dragField } from './use-mapping-drag.ts';
import type { Wizard } from './use-wizard.ts';

/** The fields that stay without values; each can be dragged onto a column, or fed from the chosen one. */
export function UnfedFields({
  wizard,
  column,
  onFeed,
}: {
  readonly wizard: Wizard;
  readonly column: MappedColumn;
  readonly onFeed: (field: string) => void;
}) {
  const unfed = unfedFields(wizard.columns, wizard.fields ?? [], wizard.takesIds);
  return (
    <ExpandableSection
      variant="container"
      defaultExpanded
      headerText={MAPPING.unfed}
      headerCounter={`(${unfed.length})`}
      headingTagOverride="h2"
    >
      {unfed.length === 0 ? (
        <Box color="text-body-secondary">{MAPPING.allFed}</Box>
      ) : (
        <ul className="unfed">
          {unfed.map(({ code, label, required }) => (
            <li key={code} draggable onDragStart={(event) => dragField(event, code)}>
              <span>
                {label} <span className="muted">{code}</span>
                {required && <Box color="text-status-warning">{MAPPING.required}</Box>}
              </span>
              <Button variant="inline-link" ariaLabel={MAPPING.feed(label, column.title)} onClick={() => onFeed(code)}>
                {MAPPING.feedShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </ExpandableSection>
  );
}
