import { bundledGuardWords } from '#shared/domain/guard/bundled-guard-words.ts';
import { BUNDLED_LKS_PARAMETERS } from '#shared/domain/loonkostensubsidie/bundled-lks-parameters.ts';
import { regionDossierId, type RecordId } from '#shared/domain/ids.ts';
import { addDays, type Day } from '#shared/lib/calendar.ts';
import { intakeFormV1 } from '#shared/forms/intake.v1.ts';
import { intakeFormV2 } from '#shared/forms/intake.v2.ts';
import { measurementFormV1 } from '#shared/forms/measurement.v1.ts';
import { measurementFormV2 } from '#shared/forms/measurement.v2.ts';
import { planFormV1 } from '#shared/forms/plan.v1.ts';
import { planFormV2 } from '#shared/forms/plan.v2.ts';
import { bundledCoachingParameters } from '#shared/domain/coaching/coaching-parameters.ts';
import { visitFormV2 } from '#shared/forms/visit.v2.ts';
import { visitFormV1 } from '#shared/forms/visit.v1.ts';
import { visitFormV3 } from '#shared/forms/visit.v3.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { SeedRecord } from '../storage/import-records.ts';
import { seedRecord } from './seed-record.ts';
import { dutchMoment } from './dutch-moment.ts';
import { administrator, henk, ineke } from './users.ts';

interface VersionedDocument {
  readonly id: string;
  readonly version: number;
}

const documents: readonly VersionedDocument[] = [BUNDLED_LKS_PARAMETERS, visitFormV1, visitFormV2, visitFormV3, bundledCoachingParameters, measurementFormV1, measurementFormV2, intakeFormV1, intakeFormV2, planFormV1, planFormV2, bundledGuardWords];

/** What the region hands to every device as data: the figures of the law and the forms. Their record ids are fixed words. */
export function regionDocuments(today: Day): readonly SeedRecord[] {
  const changedAtMs = dutchMoment(addDays(today, -60), '09:05');
  return documents.map((document) =>
    seedRecord({ dossierId: regionDossierId, recordId: `${document.id}-v${document.version}` as RecordId, createdBy: administrator.userId, changedAtMs }, 'regionDocument', {
      document: { id: document.id, version: document.version, content: asJson(document) as never },
    }));
}

/** The certificates of the two experts of the first region: one that is good for years, one that ends within three months. */
export function certificates(today: Day): readonly SeedRecord[] {
  const changedAtMs = dutchMoment(addDays(today, -50), '16:30');
  return ([[ineke, 'LWD-20418', addDays(today, 760)], [henk, 'LWD-11735', addDays(today, 68)]] as const).map(([holder, number, validThrough]) =>
    seedRecord({ dossierId: regionDossierId, recordId: `certificaat-${holder.userId}` as RecordId, createdBy: holder.userId, changedAtMs }, 'certificate', {
      certificate: { holderId: holder.userId, number, validThrough },
    }));
}

/** Through text, as it will travel: what JSON cannot hold would show here and not on a device. */
function asJson(document: VersionedDocument): JsonValue {
  return JSON.parse(JSON.stringify(document)) as JsonValue;
}
