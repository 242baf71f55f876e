import * as z from 'zod';

const NamedFieldSchema = z.strictObject({ code: z.string(), label: z.string() }).meta({ id: 'NamedField' });
const NamedTabSchema = z.strictObject({ id: z.string(), label: z.string() }).meta({ id: 'NamedTab' });

const places = {
  from: z.int().min(1).meta({ description: 'Its place in the published version, the first being 1.' }),
  to: z.int().min(1).meta({ description: 'Its place in the draft.' }),
};

const PropertyChangeSchema = z
  .strictObject({
    property: z.string().meta({ description: 'For a flag: `flags.search`, `flags.insert` and so on.' }),
    from: z.union([z.string(), z.number(), z.boolean()]),
    to: z.union([z.string(), z.number(), z.boolean()]),
  })
  .meta({ id: 'PropertyChange' });
export type PropertyChange = z.infer<typeof PropertyChangeSchema>;

const ChangedFieldSchema = NamedFieldSchema.extend({
  properties: z.array(PropertyChangeSchema),
  listValues: z
    .strictObject({ added: z.array(z.string()), removed: z.array(z.string()) })
    .meta({ id: 'ListValueChanges' })
    .optional()
    .meta({ description: 'There if the choices differ; both empty if only their order does.' }),
}).meta({ id: 'ChangedField' });
export type ChangedField = z.infer<typeof ChangedFieldSchema>;

export const FLAGS = ['search', 'insert', 'modify', 'result'] as const;
export type Flag = (typeof FLAGS)[number];

const VisibilityChangeSchema = NamedFieldSchema.extend({
  flag: z.enum(FLAGS),
  becomes: z.enum(['visible', 'hidden']),
  detail: z.string(),
}).meta({ id: 'VisibilityChange' });
export type VisibilityChange = z.infer<typeof VisibilityChangeSchema>;

const ReminderSchema = z
  .strictObject({
    code: z.enum(['field.nobody-sees-it', 'tab.nobody-sees-it']),
    field: z.string().nullable().meta({ description: 'The code of the field; null for a tab.' }),
    tab: z.string(),
    detail: z.string(),
  })
  .meta({ id: 'Reminder' });
export type Reminder = z.infer<typeof ReminderSchema>;

const ConsequenceSchema = z
  .strictObject({
    code: z.string().meta({ description: 'For a program; never changes.', example: 'field.removed' }),
    field: z.string().nullable().meta({ description: 'The code of the field; null for the CRM table itself.' }),
    severity: z.enum(['notice', 'warning', 'serious']).meta({
      description:
        '`serious`: something is out of sight. `warning`: something works differently. `notice`: good to know.',
    }),
    needsConfirmation: z.boolean(),
    detail: z.string().meta({ description: 'What it means for the customers who are there, for a person.' }),
  })
  .meta({ id: 'Consequence' });
export type Consequence = z.infer<typeof ConsequenceSchema>;

/** The changes that publishing a draft would make, and their consequences. */
export const ChangesSchema = z
  .strictObject({
    since: z.int().min(1).nullable().meta({ description: 'The published version; null before the first.' }),
    properties: z.array(PropertyChangeSchema).meta({ description: 'Of the CRM table itself: its name, its country.' }),
    fields: z
      .strictObject({
        added: z.array(NamedFieldSchema),
        removed: z.array(NamedFieldSchema),
        changed: z.array(ChangedFieldSchema),
        moved: z.array(NamedFieldSchema.extend(places).meta({ id: 'MovedField' })),
      })
      .meta({ id: 'FieldChanges' }),
    tabs: z
      .strictObject({
        added: z.array(NamedTabSchema),
        removed: z.array(NamedTabSchema),
        renamed: z.array(
          z.strictObject({ id: z.string(), from: z.string(), to: z.string() }).meta({ id: 'RenamedTab' }),
        ),
        moved: z.array(NamedTabSchema.extend(places).meta({ id: 'MovedTab' })),
      })
      .meta({ id: 'TabChanges' }),
    visibility: z.array(VisibilityChangeSchema).meta({ description: 'What agents will see, and no longer see.' }),
    reminders: z.array(ReminderSchema).meta({ description: 'What is in the draft and seen by nobody.' }),
    consequences: z.array(ConsequenceSchema),
    confirm: z
      .string()
      .nullable()
      .meta({ description: 'What to hand to publish to confirm exactly these changes; null if nothing needs it.' }),
  })
  .meta({ id: 'Changes' });
export type Changes = z.infer<typeof ChangesSchema>;
