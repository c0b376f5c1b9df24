import { z } from 'zod';
import { userIdSchema } from '#shared/domain/ids.ts';
import { municipalitySchema } from '#shared/domain/municipalities.ts';
import { roleSchema, type Principal } from '#shared/domain/roles.ts';
import { failure, success, type Outcome } from '#shared/lib/outcome.ts';
import { objectionHeader, objectionIn } from '#shared/sync/device-proof.ts';
import { protocolVersion } from '#shared/sync/operation.ts';
import { protocolHeader } from '#shared/sync/session-protocol.ts';
import type { ServerSealingKey } from './db/keyring.ts';
import type { RegistrationProblem, SignInProblem } from './device.ts';
import type { SignIn } from './sign-in.ts';

const principalSchema = z
  .looseObject({ userId: userIdSchema, displayName: z.string(), role: roleSchema, region: z.string(), municipalities: z.array(municipalitySchema) })
  .transform(({ userId, displayName, role, region, municipalities }): Principal => ({ userId, displayName, role, region, municipalities }));

const sessionSchema = z.looseObject({ principal: principalSchema });
const deviceSchema = z.looseObject({ sealingKey: z.object({ keyId: z.string(), publicKey: z.string() }) });
const demoUsersSchema = z.looseObject({ users: z.array(principalSchema) });

/** The session with the regional server. The server holds it (a cookie that scripts cannot read). */
export function createServerSignIn(fetcher: typeof fetch): SignIn & { registerDevice(device: { readonly deviceId: string; readonly publicKey: string; readonly userId: string }): Promise<Outcome<ServerSealingKey, RegistrationProblem>> } {
  const call = async (path: string, init: RequestInit): Promise<Outcome<Response, SignInProblem>> => {
    try {
      const headers = { ...(init.headers as Readonly<Record<string, string>> | undefined), [protocolHeader]: String(protocolVersion) };
      const response = await fetcher(path, { ...init, headers, credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(15_000) });
      return response.status === 426 ? failure({ kind: 'too-old' }) : success(response);
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
      if (!result.value.ok) return failure({ kind: result.value.status === 429 || result.value.status === 503 ? 'busy' : 'refused' });
      const session = await read(result.value, sessionSchema);
      return session.ok ? success(session.value.principal) : session;
    },
    async signOut() {
      await call('/v1/session', { method: 'DELETE', headers: { 'content-type': 'application/json' } });
    },
    async registerDevice({ deviceId, publicKey, userId }) {
      const result = await post('/v1/devices', { deviceId, publicKey }, { 'veldwerk-user': userId });
      if (!result.ok) return failure({ kind: result.problem.kind === 'too-old' ? 'too-old' : 'unreachable' });
      const isAnothers = result.value.status === 401 && objectionIn(result.value.headers.get(objectionHeader)) === 'other-device';
      if (isAnothers) return failure({ kind: 'sign-in-again' });
      const device = result.value.ok ? await read(result.value, deviceSchema) : null;
      return device !== null && device.ok ? success(device.value.sealingKey) : failure({ kind: 'unreachable' });
    },
  };
}
