import { type RefObject, useLayoutEffect, useState } from 'react';

/** The scroll position and the size of the frame of a grid, in pixels. */
export function useFrame(frame: RefObject<HTMLElement | null>) {
  const [scroll, setScroll] = useState({ top: 0, left: 0 });
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    setWidth(current.clientWidth);
    return () => observer.disconnect();
  }, [frame]);
  return {
    scroll,
    width,
    onScroll: ({ currentTarget }: { readonly currentTarget: HTMLElement }) =>
      setScroll({ top: currentTarget.scrollTop, left: currentTarget.scrollLeft }),
  };
}

/** Pixels of one rem. */
export const remPixels = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
