import './key.css';
import { STYLE_TOKENS } from '../style/style-tokens.ts';
import { shownKey } from './page-action.ts';

/** The cap of a key. */
export const Key = ({ name }: { readonly name: string }) => (
  <kbd className="key" style={STYLE_TOKENS}>
    {shownKey(name)}
  </kbd>
);
