import * as z from 'zod';

const WorkObjectSchema = z.strictObject({ key: z.string(), bytes: z.int().min(1) });

/**
 * A piece of an output file: a text, the source's first bytes (its header row), a whole work object, or the lines of
 * several work objects sorted by line number.
 */
const PieceSchema = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ sourceBytes: z.int().min(1) }),
  WorkObjectSchema,
  z.strictObject({ ordered: z.array(WorkObjectSchema).min(1) }),
]);
export type FilePiece = z.infer<typeof PieceSchema>;

/** A file to assemble: in one part, or in several parts of a multipart upload. */
const OutputFileSchema = z.strictObject({
  key: z.string(),
  bytes: z.int().min(0),
  parts: z.array(z.array(PieceSchema)).min(1),
  /** Absent when the file has one part or is already complete. */
  uploadId: z.string().optional(),
});
export type OutputFile = z.infer<typeof OutputFileSchema>;

export const OutputFilesSchema = z.array(OutputFileSchema);

function bytesOf(piece: FilePiece): number {
  if ('text' in piece) return Buffer.byteLength(piece.text);
  if ('ordered' in piece) return sum(piece.ordered);
  return 'sourceBytes' in piece ? piece.sourceBytes : piece.bytes;
}

const sum = (pieces: readonly FilePiece[]): number => pieces.reduce((total, piece) => total + bytesOf(piece), 0);

/** Cuts a file's pieces into parts of at least `partBytes`, except the last. */
export function cutIntoParts(key: string, pieces: readonly FilePiece[], partBytes: number): OutputFile {
  const parts: FilePiece[][] = [[]];
  let partSize = 0;
  for (const piece of pieces) {
    if (partSize >= partBytes) {
      parts.push([]);
      partSize = 0;
    }
    parts.at(-1)?.push(piece);
    partSize += bytesOf(piece);
  }
  return { key, bytes: sum(pieces), parts };
}

/** Every part of every file, in the order of the chunks of the assemble stage. */
export function allParts(
  files: readonly OutputFile[],
): Array<{ readonly file: OutputFile; readonly partNumber: number; readonly pieces: readonly FilePiece[] }> {
  return files.flatMap((file) => file.parts.map((pieces, part) => ({ file, partNumber: part + 1, pieces })));
}
