import PDFDocument from 'pdfkit';

/** What we use of the engine; its published types miss some of it. */
export type PdfDocument = PDFKit.PDFDocument;

/** A place in the tree that a screen reader follows. */
export interface PdfElement {
  add(child: PdfElement | PDFKit.PDFStructureContent): unknown;
  readonly dictionary: { readonly data: Record<string, unknown> };
}

export interface ElementOptions {
  readonly alt?: string;
  readonly title?: string;
  readonly scope?: 'Column' | 'Row';
  /** Where it stands on the page: left, top, right, bottom [pt from the upper left corner]. */
  readonly bbox?: readonly [number, number, number, number];
}

export interface PdfSettings {
  readonly title: string;
  readonly language: string;
  readonly author: string;
  readonly subject: string;
  /** What the file says it was made at; the same content is the same file. */
  readonly madeAt: Date;
}

/** An empty, tagged A4 document that calls itself by its title. */
export function createPdf({ title, language, author, subject, madeAt }: PdfSettings): PdfDocument {
  const options = {
    // Null: none of the standard fonts, which are never inside the file. The types know no such thing.
    font: null as unknown as string,
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7' as const,
    // Also missing from the types: the name under which the file promises to be accessible.
    subset: 'PDF/UA' as unknown as 'PDF/A-1',
    tagged: true,
    lang: language,
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: true,
    info: { Title: title, Author: author, Subject: subject, Creator: 'Veldwerk', Producer: 'Veldwerk (pdfkit)', CreationDate: madeAt, ModDate: madeAt },
  };
  return new PDFDocument(options);
}

/** A new element below another. Its content is added while it is drawn. */
export function addElement(pdf: PdfDocument, parent: PdfElement, tag: string, options: ElementOptions = {}): PdfElement {
  const element = pdf.struct(tag, options as Parameters<PdfDocument['struct']>[1]) as unknown as PdfElement;
  parent.add(element);
  return element;
}

/** Draws what belongs to an element, on the page as it is now. */
export function drawIn(pdf: PdfDocument, element: PdfElement, draw: () => void): void {
  const marked = pdf.markStructureContent(element.dictionary.data['S'] as string);
  draw();
  pdf.endMarkedContent();
  element.add(marked);
}

/** Draws what says nothing by itself: lines, backgrounds, the margins of a page. */
export function drawArtifact(pdf: PdfDocument, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  pdf.markContent('Artifact', { type } as PDFKit.Mixins.MarkingOptions);
  draw();
  pdf.endMarkedContent();
}
