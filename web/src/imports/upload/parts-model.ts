/** How a file is cut: every part but the last has `partBytes`. */
export interface Parts {
  readonly partBytes: number;
  readonly partCount: number;
}

export interface Part {
  /** From 1. */
  readonly partNumber: number;
  /** Of its first byte, from 0. */
  readonly start: number;
  readonly bytes: number;
}

export function partsOf({ partBytes, partCount }: Parts, fileBytes: number): readonly Part[] {
  return Array.from({ length: partCount }, (_, index) => {
    const start = index * partBytes;
    return { partNumber: index + 1, start, bytes: Math.min(partBytes, fileBytes - start) };
  });
}
