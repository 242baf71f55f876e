let kept: File | undefined;

/** Keeps a file for the next page, until a page takes it or the tab is closed or loaded again. */
export function keepFile(file: File): void {
  kept = file;
}

/** The file that an earlier page has kept, once; undefined if there is none. */
export function takeFile(): File | undefined {
  const file = kept;
  kept = undefined;
  return file;
}
