import { z } from 'zod';
import { userIdSchema } from '#shared/domain/ids.ts';
import { municipalitySchema } from '#shared/domain/municipalities.ts';
import { roleSchema, type Principal } from '#shared/domain/roles.ts';
import { failure, success, type Outcome } from '#shared/lib/outcome.ts';
import type { ServerSealingKey } from './db/keyring.ts';
import type { SignInProblem } from './device.ts';
import type { SignIn } from './sign-in.ts';

const principalSchema = z
  .looseObject({ userId: userIdSchema, displayName: z.string(), role: roleSchema, region: z.string(), municipalities: z.array(municipalitySchema) })
  .transform(({ userId, displayName, role, region, municipalities }): Principal => ({ userId, displayName, role, region, municipalities }));

const sessionSchema = z.looseObject({ principal: principalSchema });
const deviceSchema = z.looseObject({ sealingKey: z.object({ keyId: z.string(), publicKey: z.string() }) });
const demoUsersSchema = z.looseObject({ users: z.array(principalSchema) });

/** The session with the regional server. The server holds it (a cookie that scripts cannot read). */
export function createServerSignIn(fetcher: typeof fetch): SignIn & { registerDevice(device: { readonly deviceId: string; readonly publicKey: string; readonly userId: string }): Promise<ServerSealingKey | null> } {
  const call = async (path: string, init: RequestInit): Promise<Outcome<Response, SignInProblem>> => {
    try {
      return success(await fetcher(path, { ...init, credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(15_000) }));
    } catch {
      return failure({ kind: 'unreachable' });
    }
  };
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    call(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

  const read = async <Value>(response: Response, schema: z.ZodType<Value>): Promise<Outcome<Value, SignInProblem>> => {
    const parsed = schema.safeParse(await response.json().catch(() => undefined));
    // Something that is not our server answered (a portal's page): the server was not reached.
    return parsed.success ? success(parsed.data) : failure({ kind: 'unreachable' });
  };

  return {
    async current() {
      const result = await call('/v1/session', { method: 'GET' });
      if (!result.ok) return result;
      if (result.value.status === 401) return success(null);
      const session = await read(result.value, sessionSchema);
      return session.ok ? success(session.value.principal) : session;
    },
    async demoUsers() {
      const result = await call('/v1/demo/users', { method: 'GET' });
      if (!result.ok) return result;
      if (result.value.status === 404) return success([]);
      const users = await read(result.value, demoUsersSchema);
      return users.ok ? success(users.value.users) : users;
    },
    async signInAsDemoUser(userId) {
      const result = await post('/v1/demo/session', { userId });
      if (!result.ok) return result;
      if (!result.value.ok) return failure({ kind: 'refused' });
      const session = await read(result.value, sessionSchema);
      return session.ok ? success(session.value.principal) : session;
    },
    async signOut() {
      await call('/v1/session', { method: 'DELETE', headers: { 'content-type': 'application/json' } });
    },
    async registerDevice({ deviceId, publicKey, userId }) {
      const result = await post('/v1/devices', { deviceId, publicKey }, { 'veldwerk-user': userId });
      if (!result.ok || !result.value.ok) return null;
      const device = await read(result.value, deviceSchema);
      return device.ok ? device.value.sealingKey : null;
    },
  };
}
