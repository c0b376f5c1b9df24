import type { ReportSignature, SignaturesBlock, Strokes } from '#shared/reports/report-document.ts';
import { colours, content, styles, type TextStyle } from '../look.ts';
import { addElement, drawIn } from '../pdf-document.ts';
import { addText, type Sheet } from '../sheet.ts';

const gap = 24;
const boxWidth = (content.width - gap) / 2;
const drawingHeight = 58;

/** Two beside each other: who, the signature, and when it was given. */
export function drawSignatures(sheet: Sheet, block: SignaturesBlock): void {
  for (const [index, { pair, headHeight, height }] of pairsOf(sheet, block).entries()) {
    sheet.space(spaceAbove(index));
    sheet.need(height);
    const top = sheet.y();
    for (const [column, item] of pair.entries()) {
      sheet.moveTo(top);
      // The lines to sign on stand at one height, however long the names are.
      drawSignature(sheet, item, content.left + column * (boxWidth + gap), top + headHeight);
    }
    sheet.moveTo(top + height);
  }
  sheet.moveTo(sheet.y() + spaceBelow);
}

/** [pt] */
export function signaturesHeight(sheet: Sheet, block: SignaturesBlock): number {
  return pairsOf(sheet, block).reduce((sum, { height }, index) => sum + spaceAbove(index) + height, spaceBelow);
}

const spaceBelow = 14;
const spaceAbove = (index: number): number => (index === 0 ? 10 : 18);

interface SignaturePair {
  readonly pair: readonly ReportSignature[];
  /** Of who they are [pt]. */
  readonly headHeight: number;
  readonly height: number;
}

function pairsOf(sheet: Sheet, { items }: SignaturesBlock): readonly SignaturePair[] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, row) => {
    const pair = items.slice(2 * row, 2 * row + 2);
    const headHeight = Math.max(...pair.map((item) => headHeightOf(sheet, item)));
    return { pair, headHeight, height: headHeight + drawingHeight + 6 + Math.max(...pair.map(({ statement }) => textHeight(sheet, statement, styles.quiet))) };
  });
}

const textHeight = (sheet: Sheet, text: string, style: TextStyle): number => (text === '' ? 0 : sheet.lines(sheet.fonts.clean(text), boxWidth, style).length * style.leading);
const headHeightOf = (sheet: Sheet, { role, name }: ReportSignature): number => textHeight(sheet, role, styles.strong) + textHeight(sheet, name, styles.body);

function drawSignature(sheet: Sheet, { role, name, strokes, statement, signed, alternative }: ReportSignature, x: number, top: number): void {
  const box = addElement(sheet.pdf, sheet.root, 'Div');
  addText(sheet, box, 'P', role, styles.strong, x, boxWidth);
  if (name !== '') addText(sheet, box, 'P', name, styles.body, x, boxWidth);
  if (signed && strokes !== null && strokes.length > 0) {
    const figure = addElement(sheet.pdf, box, 'Figure', { alt: sheet.fonts.clean(alternative), bbox: [x, top, x + boxWidth, top + drawingHeight] });
    drawIn(sheet.pdf, figure, () => drawStrokes(sheet, strokes, x, top));
  }
  sheet.rule(top + drawingHeight, x, boxWidth, colours.quiet);
  sheet.moveTo(top + drawingHeight + 6);
  addText(sheet, box, 'P', statement, styles.quiet, x, boxWidth);
}

/** The lines as they were drawn, as large as fits, never stretched. */
function drawStrokes({ pdf }: Sheet, strokes: Strokes, left: number, top: number): void {
  const points = strokes.flat();
  const [minX, minY] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
  const [width, height] = [Math.max(...points.map(({ x }) => x)) - minX, Math.max(...points.map(({ y }) => y)) - minY];
  const scale = Math.min((boxWidth - 16) / Math.max(width, 1), (drawingHeight - 12) / Math.max(height, 1), 1);
  const bottom = top + drawingHeight - 6;
  const place = ({ x, y }: { readonly x: number; readonly y: number }): readonly [number, number] => [left + 8 + (x - minX) * scale, bottom - (minY + height - y) * scale];
  pdf.save().lineWidth(1.3).lineCap('round').lineJoin('round').strokeColor(colours.navy).fillColor(colours.navy);
  for (const stroke of strokes) {
    const [first, ...rest] = stroke.map(place);
    if (first === undefined) continue;
    if (rest.length === 0) {
      pdf.circle(first[0], first[1], 0.9).fill(colours.navy);
      continue;
    }
    pdf.moveTo(...first);
    // A curve through the middles of the pieces: as the pen went, not from corner to corner.
    for (const [index, point] of rest.entries()) {
      const next = rest[index + 1];
      if (next === undefined) pdf.lineTo(...point);
      else pdf.quadraticCurveTo(...point, (point[0] + next[0]) / 2, (point[1] + next[1]) / 2);
    }
    pdf.stroke();
  }
  pdf.restore();
}
