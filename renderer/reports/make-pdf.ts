import type { ReportDocument } from '#shared/reports/report-document.ts';
import { say } from '#shared/reports/in-dutch.ts';
import { toDutchDay } from '#shared/lib/loose-day.ts';
import { drawBlock } from './blocks/draw-block.ts';
import { leastHeight } from './blocks/least-height.ts';
import type { FontFile } from './font-files.ts';
import { openFonts } from './fonts.ts';
import { colours, content, margin, page, styles } from './look.ts';
import { createPdf, drawArtifact, type PdfDocument } from './pdf-document.ts';
import { addText, createSheet, type Sheet } from './sheet.ts';

/**
 * A report as a tagged A4 PDF. The same report is the same file, byte for byte: it holds the day of the report and not
 * the moment of printing, and nothing random.
 * @param fonts at least the first piece in both weights
 * @throws Error when a font cannot be read: that is a broken app, never something a person typed
 */
export async function makePdf(report: ReportDocument, fonts: readonly FontFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = createPdf({
    title: report.title,
    language: report.language,
    author: report.organisation,
    subject: `${report.title} ${toDutchDay(report.reportedOn)}`,
    // Noon UTC is the same calendar day in the whole of Europe.
    madeAt: new Date(`${report.reportedOn}T12:00:00Z`),
  });
  const bytes = bytesOf(pdf);
  const sheet = createSheet(pdf, openFonts(pdf, fonts));
  drawTop(sheet, report);
  for (const [index, block] of report.blocks.entries()) {
    sheet.need(leastHeight(sheet, report.blocks, index));
    drawBlock(sheet, block);
  }
  if (sheet.fonts.lost()) drawBlock(sheet, { kind: 'paragraph', text: say('unprintable'), look: 'quiet' });
  drawMargins(sheet, report);
  pdf.end();
  return bytes;
}

function drawTop(sheet: Sheet, { organisation, title, lead }: ReportDocument): void {
  sheet.fill(content.left, 0, 40, 7, colours.accent);
  sheet.moveTo(content.top - 12);
  addText(sheet, sheet.root, 'P', organisation, styles.organisation);
  sheet.moveTo(sheet.y() + 14);
  addText(sheet, sheet.root, 'H1', title, styles.title);
  sheet.moveTo(sheet.y() + 3);
  addText(sheet, sheet.root, 'P', lead, styles.lead, content.left, content.width * 0.92);
}

/** What stands in the margins of every page belongs to the paper, not to the report. */
function drawMargins(sheet: Sheet, { title, organisation, reportedOn, reference }: ReportDocument): void {
  const { pdf } = sheet;
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    if (index > start) {
      drawArtifact(pdf, () => {
        sheet.line(title, content.left, 30, styles.margin);
        sheet.line(organisation, content.left, 30, styles.margin, 'end', content.width);
      }, 'Pagination');
    }
    const y = page.height - margin.bottom + 26;
    drawArtifact(pdf, () => {
      pdf.save().lineWidth(0.6).strokeColor(colours.line).moveTo(content.left, y - 7).lineTo(content.left + content.width, y - 7).stroke().restore();
      sheet.line(`${toDutchDay(reportedOn)}  ·  ${say('reference', { reference })}`, content.left, y, styles.margin);
      sheet.line(say('page', { page: index - start + 1, pages: count }), content.left, y, styles.margin, 'end', content.width);
    }, 'Pagination');
  }
}

function bytesOf(pdf: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    pdf.on('data', (piece: Uint8Array) => pieces.push(piece));
    pdf.on('error', reject);
    pdf.on('end', () => {
      const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
      let offset = 0;
      for (const piece of pieces) {
        bytes.set(piece, offset);
        offset += piece.byteLength;
      }
      resolve(bytes);
    });
  });
}
