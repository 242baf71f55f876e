/** Takes the place of rows that are not drawn. @param rowHeight in pixels */
export function Gap({ rows, rowHeight }: { readonly rows: number; readonly rowHeight: number }) {
  return rows > 0 && <tr aria-hidden style={{ blockSize: `${rows * rowHeight}px` }} />;
}
