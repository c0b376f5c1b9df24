import type { ReportDocument } from '#shared/reports/report-document.ts';
import { trustedScriptUrl } from '../platform/trusted-script-url.ts';
import type { FromReportWorker, ToReportWorker } from './messages.ts';
// The bundler makes this file and gives its address as the default export.
// oxlint-disable-next-line import/default
import workerUrl from './report-worker.ts?worker&url';

/** Far above what the longest report takes on a slow laptop [ms]; a worker that hangs is ended. */
const longestMs = 60_000;

/**
 * Makes the PDF of a report in a worker of its own: the engine is loaded when somebody asks for the first one, and the
 * window never waits for it.
 * @throws Error when it cannot be made at all: a part of the app is missing, or the device is out of memory
 */
export function makeReportFile(report: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'veldwerk-report' });
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('report: took too long')), longestMs);
    const settle = (act: () => void) => {
      clearTimeout(limit);
      act();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FromReportWorker>) => settle(() => (data.kind === 'made' ? resolve(data.bytes) : reject(new Error('report: failed')))));
    worker.addEventListener('error', () => settle(() => reject(new Error('report: the worker did not start'))));
    worker.postMessage({ report } satisfies ToReportWorker);
  }).finally(() => worker.terminate());
}
