import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { makePdf } from '#renderer/reports/make-pdf.ts';
import { measurementReport } from '#shared/reports/measurement-report.ts';
import { lksAdvice } from '#shared/reports/lks-advice.ts';
import { aMeasurement } from '../../support/reports/a-measurement.ts';
import { fontsFor } from '../../support/reports/report-fonts.ts';
it('x', async () => {
  const r = measurementReport(aMeasurement());
  const t = performance.now();
  writeFileSync('/tmp/pdf-out/m.pdf', await makePdf(r, fontsFor(JSON.stringify(r))));
  console.log(performance.now() - t);
  const l = lksAdvice(aMeasurement());
  writeFileSync('/tmp/pdf-out/l.pdf', await makePdf(l, fontsFor(JSON.stringify(l))));
});
