import type { UserDatabase } from '../db/user-database.ts';
import type { Doubts } from '../views.ts';

/** What the second journal can no longer tell, counted by kind; nobody has said yet that they read it [JRN14]. */
export async function readDoubts(database: UserDatabase): Promise<Doubts> {
  const rows = await database.doubts.where('isSeen').equals(0).toArray();
  const count = (kind: keyof Doubts) => rows.filter((row) => row.kind === kind).length;
  return { lost: count('lost'), unopened: count('unopened') };
}

/** A person read it and knows what to do. It is not told again; what is found later is. */
export async function markDoubtsSeen(database: UserDatabase, kind: keyof Doubts): Promise<void> {
  await database.doubts.where('isSeen').equals(0).filter((row) => row.kind === kind).modify({ isSeen: 1 });
}
