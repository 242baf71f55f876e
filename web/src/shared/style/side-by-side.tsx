import './side-by-side.css';
import type { ReactNode } from 'react';
import { STYLE_TOKENS } from './style-tokens.ts';

/** A table or grid, and next to it what belongs to its chosen row; below it where there is no room. */
export function SideBySide({ side, children }: { readonly side: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="side-by-side-place" style={STYLE_TOKENS}>
      <div className="side-by-side">
        {children}
        <div className="side">{side}</div>
      </div>
    </div>
  );
}
