/// <reference lib="webworker" />
import { fontAddresses } from './font-addresses.ts';
import { piecesFor, weights, type FontFile } from './font-files.ts';
import { makePdf } from './make-pdf.ts';
import type { FromReportWorker, ToReportWorker } from './messages.ts';

/*
 * Makes one report and is ended: what it read about a person goes with it. Everything it needs lies in the app, so it
 * works without network.
 */
self.addEventListener('message', (event: MessageEvent<ToReportWorker>) => {
  void answer(event.data);
});

async function answer({ report }: ToReportWorker): Promise<void> {
  try {
    const bytes = await makePdf(report, await readFonts(JSON.stringify(report)));
    say({ kind: 'made', bytes }, [bytes.buffer]);
  } catch {
    say({ kind: 'failed' }, []);
  }
}

function readFonts(text: string): Promise<readonly FontFile[]> {
  return Promise.all(
    piecesFor(text).flatMap((piece) =>
      weights.map(async (weight): Promise<FontFile> => {
        const response = await fetch(fontAddresses[piece][weight]);
        if (!response.ok) throw new Error(`font: status ${response.status}`);
        return { piece, weight, bytes: new Uint8Array(await response.arrayBuffer()) };
      }),
    ),
  );
}

function say(message: FromReportWorker, transfer: Transferable[]): void {
  self.postMessage(message, { transfer });
}
