import type { DeviceId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { Disk } from './disk.ts';
import { JournalSlots } from './journal-slots.ts';
import type { Tracked } from './ledger.ts';
import { goodLine, type Line, type Socketed } from './network.ts';
import type { Process } from './schedule.ts';
import type { Answer } from './sim-server.ts';
import type { DeskWindow } from './desk-window.ts';

/** One person on one laptop: keys, database, journal. */
export class Profile {
  readonly disk = new Disk();
  readonly journals = new JournalSlots();
  /** What this person did here, in order. */
  readonly work: Tracked[] = [];
  readonly laptop: Laptop;
  readonly person: Principal;
  readonly deviceId: DeviceId;
  readonly secret: string;
  /** Something of it changed since it was last checked. */
  changed = false;
  /** Since all healed and this person sat down, the server first gave a good answer [virtual ms]; null before. */
  goodSinceMs: number | null = null;

  constructor(laptop: Laptop, person: Principal, deviceId: DeviceId, secret: string) {
    this.laptop = laptop;
    this.person = person;
    this.deviceId = deviceId;
    this.secret = secret;
    this.journals.onChange = () => (this.changed = true);
  }

  get name(): string {
    return `${this.laptop.name}/${this.person.userId}`;
  }

  /** The windows of this person that have read the journal and show work. */
  openWindows(): readonly DeskWindow[] {
    return this.laptop.windows.filter((window) => window.profile === this && window.started);
  }
}

interface Holder {
  readonly process: Process;
  readonly lead: () => void;
  readonly lost: () => void;
}

/** The browser's Web Lock of one name. */
export class WebLock {
  holder: Holder | null = null;
  readonly waiting: Holder[] = [];
}

/** The machine: one browser profile, one session cookie, a clock that may be wrong. */
export class Laptop implements Socketed {
  readonly name: string;
  readonly line: Line = goodLine();
  readonly seenByProxy = new Map<string, Answer>();
  readonly profiles: Profile[] = [];
  readonly windows: DeskWindow[] = [];
  readonly locks = new Map<string, WebLock>();
  sockets = 1;
  /** An answer of a proxy's memory came in since the last whole pull. */
  hadReplay = false;
  session: string | null = null;
  clockOffMs = 0;

  constructor(name: string) {
    this.name = name;
  }

  lockOf(name: string): WebLock {
    const known = this.locks.get(name);
    if (known !== undefined) return known;
    const lock = new WebLock();
    this.locks.set(name, lock);
    return lock;
  }
}
