import type { ArrivedDossier } from '#shared/sync/ports.ts';
import type { Box, Cipher } from './cipher.ts';
import { mergeRecords } from './dossier-content.ts';
import { placeOf } from './places.ts';
import { summarise, type Summary } from './summary.ts';
import { tallyOf } from './tally.ts';
import type { Tally } from './user-database.ts';

/** A dossier as it is stored, but for the generation. */
export interface PreparedDossier {
  readonly box: Box;
  readonly tally: Tally;
  /** null for a dossier without a candidate */
  readonly summary: Summary | null;
}

/**
 * What storing a dossier needs that is not here yet: it follows from what arrived alone, so it can be made while the
 * page before is on its way to the disk.
 */
export interface DossierPreparation {
  begin(dossier: ArrivedDossier): void;
  /** Each box is handed out once: what is stored again gets a box of its own, for a file that moved is recognised by that. */
  take(dossier: ArrivedDossier): Promise<PreparedDossier>;
}

export function createDossierPreparation(cipher: Cipher): DossierPreparation {
  const begun = new WeakMap<ArrivedDossier, Promise<PreparedDossier>>();

  const prepare = async ({ dossierId, records, json }: ArrivedDossier): Promise<PreparedDossier> => {
    const place = placeOf.dossier(dossierId);
    const all = mergeRecords([], records);
    const sealing = json === undefined ? cipher.seal(place, { records: all }) : cipher.sealBytes(place, json);
    // While other threads encrypt.
    const rest = { tally: tallyOf(all), summary: summarise(dossierId, all) };
    return { box: await sealing, ...rest };
  };

  return {
    begin(dossier) {
      const preparing = prepare(dossier);
      // Said when it is taken; a page that is never stored is nobody's.
      preparing.catch(() => undefined);
      begun.set(dossier, preparing);
    },
    take(dossier) {
      const preparing = begun.get(dossier) ?? prepare(dossier);
      begun.delete(dossier);
      return preparing;
    },
  };
}
