import type { Principal } from '#shared/domain/roles.ts';
import type { Outcome } from '#shared/lib/outcome.ts';
import type { SignInProblem } from './device.ts';

/** The seam for identity: OIDC takes the demo's place here without a feature changing. */
export interface SignIn {
  /** Who the server says we are. */
  current(): Promise<Outcome<Principal | null, SignInProblem>>;
  /** The demo region's users, or an empty list when the server is no demo. */
  demoUsers(): Promise<Outcome<readonly Principal[], SignInProblem>>;
  signInAsDemoUser(userId: string): Promise<Outcome<Principal, SignInProblem>>;
  signOut(): Promise<void>;
}
