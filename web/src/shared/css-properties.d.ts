import 'react';

/** Custom properties in `style`. React sets them by script, which the content security policy allows. */
declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string;
  }
}
