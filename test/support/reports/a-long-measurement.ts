import type { MeasurementReportInput } from '#shared/reports/measurement-report.ts';
import { aMeasurement, task } from './a-measurement.ts';

/** Five tasks, names of the longest, words of the longest, letters from everywhere, and a signature. */
export function aLongMeasurement(): MeasurementReportInput {
  const prose = 'De ijzeren kratten van € 12,50 zijn zwaar; hij tilt ze één voor één, hoewel dat volgens de ploegleider – een geduldig man – niet hoeft. ';
  const long = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}. ${prose.repeat(3)}`).join('\n\n');
  const name = 'Orderverzamelen-in-de-koelcel-en-het-daarna-stapelen-op-europallets volgens het zogeheten tweeënhalfmetersysteem van de afdeling';
  const numbers = [['30', '70', '90', '100'], ['25', '87.5', '92.25', '90'], ['20', '60', '80', '90'], ['15', '100', '100', '100'], ['10', '33.3333', '66.6667', '50']] as const;
  return aMeasurement({
    name: 'Şükrü Wołodymyr-Gwiździński van der Schaaf-IJsselmuiden tot ’t Noordewoud',
    facts: {
      employerName: 'Coöperatieve Zuivelonderneming Łęczyca-Ĳsselstreek & Zoën B.V. i.o.',
      contactEmail: `${'a'.repeat(60)}@een-heel-lang-domein-van-een-bedrijf.example`,
      normFunction: 'Eerste medewerker logistiek, koeling en expeditie (niveau 2, dagdienst)',
    },
    tasks: { hoofdtaken: numbers.map((each, index) => ({ ...task(`${index + 1} ${name}`.slice(0, 120), each), tempoExplanation: long(4).slice(0, 1_990) })) },
    views: { employee: long(9).slice(0, 3_990), employer: long(9).slice(0, 3_990) },
    signatures: [
      {
        signer: 'employee',
        role: 'Werknemer',
        name: 'Şükrü Wołodymyr-Gwiździński',
        signed: true,
        statement: 'Getekend op 22 november 2026 om 14:32 uur',
        alternative: 'Handtekening van Şükrü Wołodymyr-Gwiździński, werknemer',
        strokes: [
          [{ x: 100, y: 200 }, { x: 160, y: 90 }, { x: 220, y: 210 }, { x: 300, y: 110 }, { x: 420, y: 230 }, { x: 600, y: 120 }],
          [{ x: 90, y: 260 }, { x: 640, y: 250 }],
          [{ x: 700, y: 240 }],
        ],
      },
    ],
  });
}
