import * as z from 'zod';
import { FieldCodeSchema } from '../crm-tables/index.ts';
import type { IndexState } from '../search/index.ts';

const ProgressSchema = z
  .strictObject({
    stage: z.enum(['index-read', 'index-write']).meta({
      description:
        '`index-read`: the customers are read and their values sorted. `index-write`: the values are written.',
    }),
    chunks: z.int().min(0).meta({ description: 'The pieces of the stage.', example: 16 }),
    startedAt: z.iso.datetime().meta({ description: 'When the stage began.' }),
  })
  .meta({ id: 'SearchIndexProgress' });

export const SearchIndexSchema = z
  .strictObject({
    writtenAt: z.iso.datetime().nullable().meta({
      description: 'When the index was written as a whole; null before the first time. Later edits are in it, too.',
    }),
    customers: z.int().min(0).nullable().meta({ description: 'The customers it then had.', example: 1200 }),
    missing: z.array(FieldCodeSchema).meta({
      description: 'Codes of fields that became searchable since: searches by them may not find every customer.',
    }),
    imports: z.int().min(0).meta({
      description: 'Imports whose customers searches find when the index is written again.',
      example: 0,
    }),
    isDue: z.boolean().meta({ description: 'Whether the index is to be written again. A job begins within a minute.' }),
    progress: ProgressSchema.nullable().meta({ description: 'Of the job that writes it; null without one.' }),
  })
  .meta({ id: 'SearchIndex' });

export const searchIndexResource = (state: IndexState): z.infer<typeof SearchIndexSchema> => ({
  writtenAt: state.writtenAt ?? null,
  customers: state.customers ?? null,
  missing: [...state.missing],
  imports: state.imports,
  isDue: state.isDue,
  progress: state.progress ?? null,
});
