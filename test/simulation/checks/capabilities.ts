/**
 * What the product does by now. A check of what is not there yet is not made, and the closing lines of every run say so:
 * switch it on when it lands.
 */
export const capabilities = {
  /** [DIG1] The server ends a whole pull with its digest; the device compares [I4]. */
  serverTellsDigest: true,
  /** RELIABILITY fault 10: after a restore of the server devices offer again what the journal still holds [I1]. */
  journalOfferedAgainAfterRestore: true,
  /** [FGT2] Work whose author lost the right is handed over, and leaves the device with its dossier [I5]. */
  overdracht: true,
  /** Audit entries are chained per device, and the server looks for gaps [I7]. */
  auditChain: false,
} as const;

const notYet: Readonly<Record<keyof typeof capabilities, string>> = {
  serverTellsDigest: 'I4: "Alles verstuurd" is not compared with a digest of the server (rows are compared all the same, I3)',
  journalOfferedAgainAfterRestore: 'I1: work that a restored server lost, and that was settled before, is excused',
  overdracht: 'I5: unsent work about a person outside the rights may stay readable in the list of what is not sent',
  auditChain: 'I7: a chain of the audit per device (every decision leaves its evidence and its line all the same)',
};

export const notYetChecked = (): readonly string[] => Object.entries(notYet).flatMap(([name, what]) => (capabilities[name as keyof typeof capabilities] ? [] : [what]));
