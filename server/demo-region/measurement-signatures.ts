import type { RecordId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import { strokeBox, type Signature, type SignatureRole } from '#shared/domain/records/signature.ts';
import { signedContentOf } from '#shared/domain/signature/content-hash.ts';
import { signables } from '#shared/domain/signature/signable.ts';
import type { SeedRecord, SeedUser } from '../storage/import-records.ts';
import { seedRecord } from './seed-record.ts';
import { dutchMoment } from './dutch-moment.ts';
import { randomStream, type RandomStream } from './random-stream.ts';

export interface SignedBy {
  readonly seed: string;
  readonly employee: string;
  readonly employer: string;
  readonly expert: SeedUser;
}

const seen = 'Ik heb het rapport gezien. Wat ik ervan vind, staat erin.';
const measured = 'Ik heb deze meting zelf op de werkplek gedaan, volgens de methode die erbij staat.';

/** Some of the measurements were signed by all three, some by two: enough to see what it looks like. A stream of its own: it moves nothing else. */
export function signaturesUnder(measurement: SeedRecord, { seed, employee, employer, expert }: SignedBy): readonly SeedRecord[] {
  const random = randomStream(seed, `signatures ${measurement.recordId}`);
  const { result } = measurement.groups as unknown as Groups<'measurement'>;
  if (result === undefined || !random.chance(0.2)) return [];
  const signs = signedContentOf(measurement, signables.measurement?.groups);
  const signedAtMs = dutchMoment(result.finalisedOn, '17:10');
  const sign = (role: SignatureRole, name: string, statement: string, minutes: number): SeedRecord => {
    const isExpert = role === 'expert';
    const drawn = !isExpert && random.chance(0.8);
    const signature: Signature = {
      signs, role, name, userId: isExpert ? expert.userId : null, signedAtMs: signedAtMs + minutes * 60_000,
      method: drawn ? 'drawn' : 'typed', statement, remark: '', strokes: drawn ? scribble(random) : [],
    };
    return seedRecord({ dossierId: measurement.dossierId, recordId: random.uuid() as RecordId, createdBy: expert.userId, changedAtMs: signature.signedAtMs }, 'signature', { signature });
  };
  const employersTurn = random.chance(0.85);
  return [sign('employee', employee, seen, 0), ...(employersTurn ? [sign('employer', employer, seen, 2)] : []), sign('expert', expert.displayName, measured, 4)];
}

/** A line as a hand makes it: nobody's name. */
function scribble(random: RandomStream): number[][] {
  const [height, width, turns] = [random.whole(60, 120), random.whole(380, 760), random.whole(3, 6)];
  const wave = Array.from({ length: 60 }, (_, step) => {
    const along = step / 59;
    const x = 100 + along * width;
    const y = strokeBox.height / 2 + Math.sin(along * turns * 2 * Math.PI) * height * (1 - 0.6 * along);
    return [Math.round(x), Math.round(y)];
  });
  return [wave.flat(), [140, strokeBox.height / 2 + 130, 100 + width, strokeBox.height / 2 + 110, 120 + width, strokeBox.height / 2 + 105, 130 + width, strokeBox.height / 2 + 100]];
}
