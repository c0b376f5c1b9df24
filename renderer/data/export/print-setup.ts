import type { Feature } from 'write-excel-file/universal';
import { appendMarkupInsideElement, findElement, getSelfClosingTagMarkup, insertElementMarkupAccordingToOrderOfSiblings, prependMarkupInsideElement, sanitizeTextContent } from 'write-excel-file/utility';

const a4 = 9;

/**
 * How the workbook comes out of a printer, which the library leaves to the program: A4, every column on the page, the first
 * row on each page again, and below it which sheet and which page it is.
 * @param names of the sheets, in their order
 */
export function printSetup(names: readonly string[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes) => (tag === 'pageSetup' ? { ...attributes, paperSize: a4, fitToWidth: 1, fitToHeight: 0 } : attributes),
          transform: (xml) => withFooter(fittedToPage(xml)),
        },
        'xl/workbook.xml': { transform: (xml) => withTitleRows(xml, names) },
      },
    },
  };
}

/** The width of the page is the measure; as many pages down as it takes. The element is the first of a sheet. */
function fittedToPage(xml: string): string {
  const worksheet = findElement(xml, 'worksheet');
  if (worksheet === undefined) throw new Error('fittedToPage: a sheet without a worksheet');
  return prependMarkupInsideElement(xml, worksheet, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
}

/** &A is the sheet, &P the page, &N the number of pages: each program says them itself. */
function withFooter(xml: string): string {
  return xml.replace(/<pageSetup [^>]*\/>/, (found) => `${getSelfClosingTagMarkup('pageMargins', { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 })}${found}<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`);
}

function withTitleRows(xml: string, names: readonly string[]): string {
  const titles = names.map((name, index) => `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sanitizeTextContent(`'${name.replaceAll("'", "''")}'!$1:$1`)}</definedName>`).join('');
  const known = findElement(xml, 'definedNames');
  if (known !== undefined) return appendMarkupInsideElement(xml, known, titles);
  return insertElementMarkupAccordingToOrderOfSiblings(xml, `<definedNames>${titles}</definedNames>`, ['workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr'], 'workbook');
}
