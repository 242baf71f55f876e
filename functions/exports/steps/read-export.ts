import * as z from 'zod';
import { ExportInputSchema } from '../domain/export.ts';
import { shardContainer } from '../step-container.ts';
import { readShard } from '../use-cases/read-shard.ts';
import { defineStep } from './define-step.ts';

const ShardInputSchema = ExportInputSchema.extend({ chunk: z.int().min(0) });

export const handler = defineStep('read-export', shardContainer(), ShardInputSchema, readShard);
