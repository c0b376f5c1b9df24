import { useEffect, useRef } from 'react';
import SignaturePad from 'signature_pad';
import './signature-box.css';

export interface SignatureBoxProps {
  readonly id: string;
  readonly label: string;
  /** Ids of what is read after the label. */
  readonly describedBy?: string | undefined;
  /** After each stroke: every line that was drawn, on a surface of this size [px]. */
  readonly onDrawn: (lines: readonly (readonly { readonly x: number; readonly y: number }[])[], width: number, height: number) => void;
  /** Another number empties the box. */
  readonly turn: number;
}

/**
 * A box to draw in with a finger, a pen or a mouse. It never holds the keyboard: whoever cannot or will not draw types
 * their name instead.
 */
export function SignatureBox({ id, label, describedBy, onDrawn, turn }: SignatureBoxProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef(onDrawn);
  useEffect(() => {
    drawn.current = onDrawn;
  }, [onDrawn]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const pad = new SignaturePad(element, { minWidth: 1, maxWidth: 2.5, minDistance: 3 });
    let size = { width: element.clientWidth, height: element.clientHeight };
    /** As many dots as the screen has; what was drawn grows or shrinks with the box, as when a tablet is turned. */
    const fit = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      const scale = Math.min(width / Math.max(size.width, 1), height / Math.max(size.height, 1));
      const data = pad.toData().map((group) => ({ ...group, points: group.points.map((point) => ({ ...point, x: point.x * scale, y: point.y * scale })) }));
      const dots = Math.max(1, window.devicePixelRatio);
      element.width = width * dots;
      element.height = height * dots;
      element.getContext('2d')?.scale(dots, dots);
      pad.clear();
      pad.fromData(data);
      size = { width, height };
    };
    const tell = () => drawn.current(pad.toData().map(({ points }) => points), element.clientWidth, element.clientHeight);
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    pad.addEventListener('endStroke', tell);
    fit();
    return () => {
      observer.disconnect();
      pad.removeEventListener('endStroke', tell);
      pad.off();
    };
  }, [turn]);

  // The role gives the canvas its name; it is no picture that could have been an `img`.
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
  return <canvas key={turn} ref={canvas} id={id} tabIndex={-1} className="signature-box" role="img" aria-label={label} aria-describedby={describedBy} />;
}
