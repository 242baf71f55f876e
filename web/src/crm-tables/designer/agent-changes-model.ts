import { propertyText } from './changes-model.ts';
import { choicesText } from './choices-model.ts';
import type { Draft } from './draft-model.ts';
import type { Changes } from './queries.ts';
import { DESIGNER } from './text.ts';

/** What agents see of a field, in addition to where its flags show it. */
const SEEN_PROPERTIES = ['label', 'type', 'required', 'tab'];

/** The changes that agents see after a publication, in words. */
export function agentChangesOf(
  { visibility, fields, tabs }: Pick<Changes, 'visibility' | 'fields' | 'tabs'>,
  draft: Pick<Draft, 'fields'>,
): readonly string[] {
  const isSeen = ({ code }: { readonly code: string }) =>
    draft.fields.some((field) => field.code === code && Object.values(field.flags).includes(true));
  const line = ({ label, code }: { readonly label: string; readonly code: string }, details: readonly string[]) =>
    details.map((detail) => `${label} (${code}): ${detail}`);
  return [
    ...visibility.flatMap((change) => line(change, [change.detail])),
    ...fields.changed.filter(isSeen).flatMap((field) => {
      const seen = field.properties.filter(({ property }) => SEEN_PROPERTIES.includes(property));
      return line(field, [...seen.map(propertyText), ...(field.listValues ? choicesText(field.listValues) : [])]);
    }),
    ...fields.moved.filter(isSeen).flatMap((field) => line(field, [DESIGNER.fromToPlace(field.from, field.to)])),
    ...tabs.renamed.map(({ from, to }) => `${DESIGNER.tabNamed(from)}: ${to}`),
    ...tabs.moved.map(({ label, from, to }) => `${DESIGNER.tabNamed(label)}: ${DESIGNER.fromToPlace(from, to)}`),
  ];
}
