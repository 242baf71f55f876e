/** Lets the browser save a file whose address says that it is an attachment. The page stays. */
export function save(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noreferrer';
  link.click();
}
