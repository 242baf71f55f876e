import type { FileChanges } from './affected-model.ts';
import type { Design, DesignField } from './draft-model.ts';

type PublishedField = Pick<DesignField, 'label' | 'type'> & { readonly code: string };

/** The fields of the published version that the design removes, and those to which it gives another type. */
export interface FieldEffects {
  readonly removed: readonly PublishedField[];
  readonly retyped: readonly { readonly before: PublishedField; readonly after: DesignField }[];
}

export function effectsOf(published: readonly PublishedField[], { fields }: Design): FieldEffects {
  const now = (code: string) => fields.find((field) => field.code === code);
  return {
    removed: published.filter(({ code }) => now(code) === undefined),
    retyped: published.flatMap((before) => {
      const after = now(before.code);
      return after === undefined || after.type === before.type ? [] : [{ before, after }];
    }),
  };
}

/** The same as the API describes changes, to find the imports that are affected. */
export function fileChangesOf({ removed, retyped }: FieldEffects): FileChanges {
  const changed = retyped.map(({ before: { code, label, type: from }, after: { type: to } }) => ({
    code,
    label,
    properties: [{ property: 'type', from, to }],
  }));
  return { fields: { added: [], removed: [...removed], changed }, consequences: [] };
}
