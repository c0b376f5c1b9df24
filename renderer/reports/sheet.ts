import { addElement, drawArtifact, drawIn, type PdfDocument, type PdfElement } from './pdf-document.ts';
import type { Fonts } from './fonts.ts';
import { linesOf } from './lines.ts';
import { colours, content, type TextStyle } from './look.ts';

/** The paper, and how far down it we are. Blocks draw on it one after the other. */
export interface Sheet {
  readonly pdf: PdfDocument;
  readonly fonts: Fonts;
  /** The whole report, as a screen reader meets it. */
  readonly root: PdfElement;
  /** From the top of the page [pt]. */
  readonly y: () => number;
  readonly moveTo: (y: number) => void;
  /** White space, but none at the top of a page. */
  readonly space: (height: number) => void;
  /** What is left of this page [pt]. */
  readonly room: () => number;
  /** Goes to a new page when less than this is left. */
  readonly need: (height: number) => void;
  readonly newPage: () => void;
  readonly atTop: () => boolean;
  readonly lines: (text: string, width: number, style: TextStyle) => readonly string[];
  /** One line of text; `y` is the top of the line's box. */
  readonly line: (text: string, x: number, y: number, style: TextStyle, align?: 'start' | 'end', width?: number) => void;
  /** Lines that belong to one element, over as many pages as they need. */
  readonly flow: (element: PdfElement, lines: readonly string[], x: number, style: TextStyle) => void;
  readonly rule: (y: number, x?: number, width?: number, colour?: string) => void;
  readonly fill: (x: number, y: number, width: number, height: number, colour: string) => void;
}

export function createSheet(pdf: PdfDocument, fonts: Fonts): Sheet {
  const root = pdf.struct('Document') as unknown as PdfElement;
  pdf.addStructure(root as unknown as PDFKit.PDFStructureElement);
  let y: number = content.top;

  const newPage = () => {
    pdf.addPage({ size: 'A4', margin: 0 });
    y = content.top;
  };
  const room = () => content.bottom - y;
  const atTop = () => y <= content.top;

  const line: Sheet['line'] = (text, x, top, style, align = 'start', width = 0) => {
    let from = align === 'end' ? x + width - fonts.widthOf(text.trimEnd(), style) : x;
    // The baseline: what is left of the line's height is divided above and below the letters.
    const baseline = top + style.leading / 2 + style.size * 0.35;
    pdf.fillColor(style.colour);
    for (const run of fonts.runsOf(text, style.weight)) {
      pdf.font(run.font, style.size).text(run.text, from, baseline, { lineBreak: false, baseline: 'alphabetic' });
      from += pdf.widthOfString(run.text);
    }
  };

  newPage();
  return {
    pdf,
    fonts,
    root,
    y: () => y,
    moveTo: (to) => {
      y = to;
    },
    space: (height) => {
      if (!atTop()) y += height;
    },
    room,
    need: (height) => {
      if (room() < height && !atTop()) newPage();
    },
    newPage,
    atTop,
    lines: (text, width, style) => linesOf(text, width, style, fonts),
    line,
    flow(element, lines, x, style) {
      let next = 0;
      while (next < lines.length) {
        const fitting = linesThatFit(Math.floor(room() / style.leading), lines.length - next, atTop());
        if (fitting === 0) {
          newPage();
          continue;
        }
        const part = lines.slice(next, next + fitting);
        drawIn(pdf, element, () => {
          // The space at the end keeps two lines two words for who has the text read aloud.
          for (const [index, text] of part.entries()) line(`${text} `, x, y + index * style.leading, style);
        });
        y += part.length * style.leading;
        next += fitting;
      }
    },
    rule: (at, x = content.left, width = content.width, colour = colours.line) =>
      drawArtifact(pdf, () => {
        pdf.save().lineWidth(0.6).strokeColor(colour).moveTo(x, at).lineTo(x + width, at).stroke().restore();
      }),
    fill: (x, top, width, height, colour) =>
      drawArtifact(pdf, () => {
        pdf.save().rect(x, top, width, height).fill(colour).restore();
      }),
  };
}

/** No single line is left alone at the foot or the head of a page, as long as there is a choice. */
function linesThatFit(fitting: number, left: number, onEmptyPage: boolean): number {
  if (fitting >= left) return left;
  if (onEmptyPage) return Math.max(1, fitting);
  const kept = left - fitting === 1 ? fitting - 1 : fitting;
  return kept <= 1 ? 0 : kept;
}

/** A short text of its own: one element, all of its lines. */
export function addText(sheet: Sheet, parent: PdfElement, tag: string, text: string, style: TextStyle, x: number = content.left, width: number = content.width): PdfElement {
  const element = addElement(sheet.pdf, parent, tag);
  sheet.flow(element, sheet.lines(sheet.fonts.clean(text), width, style), x, style);
  return element;
}
