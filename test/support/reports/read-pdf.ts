import { extractText, getDocumentProxy } from 'unpdf';

/** What an independent reader (pdf.js) finds in a PDF: nothing of our own code takes part in it. */
export interface ReadPdf {
  readonly pages: number;
  readonly title: string;
  readonly language: string;
  /** The window of a reader shows the title and not the name of the file. */
  readonly showsTitle: boolean;
  readonly tagged: boolean;
  /** All text, white space as single spaces. */
  readonly text: string;
  readonly pageTexts: readonly string[];
  /** The tree that a screen reader follows, page after page. */
  readonly tree: readonly PdfNode[];
  readonly bookmarks: readonly { readonly title: string; readonly below: readonly string[] }[];
  /** Width and height in points. */
  readonly size: readonly [number, number];
}

export interface PdfNode {
  readonly role: string;
  readonly alt: string | null;
  /** The text of the node and all below it. */
  readonly text: string;
  readonly children: readonly PdfNode[];
}

interface TreeNode {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TreeNode[];
}

export const oneLine = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // The reader takes the bytes away.
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await pdf.getMetadata();
  const { text: pageTexts } = await extractText(pdf, { mergePages: false });
  const tree: PdfNode[] = [];
  let size: readonly [number, number] = [0, 0];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    size = [viewport.width, viewport.height];
    const marked = await markedTexts(page);
    const root = (await page.getStructTree()) as TreeNode | null;
    if (root !== null) tree.push(...(root.children ?? []).map((child) => nodeOf(child, marked)));
  }
  const outline = ((await pdf.getOutline()) ?? []) as readonly { readonly title: string; readonly items: readonly { readonly title: string }[] }[];
  const preferences = (await pdf.getViewerPreferences()) as { readonly DisplayDocTitle?: boolean } | null;
  const markInfo = (await pdf.getMarkInfo()) as { readonly Marked?: boolean } | null;
  const about = info as { readonly Title?: string; readonly Language?: string };
  return {
    pages: pdf.numPages,
    title: about.Title ?? '',
    language: about.Language ?? '',
    showsTitle: preferences?.DisplayDocTitle === true,
    tagged: markInfo?.Marked === true,
    text: oneLine(pageTexts.join(' ')),
    pageTexts: pageTexts.map(oneLine),
    tree,
    bookmarks: outline.map(({ title, items }) => ({ title, below: items.map((item) => item.title) })),
    size,
  };
}

/** The text of each piece of marked content on a page, by its id. */
async function markedTexts(page: Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>): Promise<ReadonlyMap<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items as readonly { readonly type?: string; readonly id?: string; readonly str?: string; readonly hasEOL?: boolean }[]) {
    if (item.type === 'beginMarkedContentProps' || item.type === 'beginMarkedContent') open.push(item.id ?? '');
    else if (item.type === 'endMarkedContent') open.pop();
    else if (item.str !== undefined) texts.set(open.at(-1) ?? '', `${texts.get(open.at(-1) ?? '') ?? ''}${item.str}${item.hasEOL === true ? ' ' : ''}`);
  }
  return texts;
}

function nodeOf(node: TreeNode, marked: ReadonlyMap<string, string>): PdfNode {
  const children = (node.children ?? []).filter(({ type }) => type !== 'content').map((child) => nodeOf(child, marked));
  const own = (node.children ?? []).map((child) => (child.type === 'content' ? (marked.get(child.id ?? '') ?? '') : nodeOf(child, marked).text));
  return { role: node.role ?? '', alt: node.alt ?? null, text: oneLine(own.join(' ')), children };
}

/** All nodes with this role, in reading order. */
export function nodesOf(tree: readonly PdfNode[], role: string): readonly PdfNode[] {
  return tree.flatMap((node) => [...(node.role === role ? [node] : []), ...nodesOf(node.children, role)]);
}
