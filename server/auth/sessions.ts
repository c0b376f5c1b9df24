import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { DeviceId, UserId } from '#shared/domain/ids.ts';
import type { MunicipalityCode } from '#shared/domain/municipalities.ts';
import type { Principal, Role } from '#shared/domain/roles.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { withTransaction } from '../db/transaction.ts';
import type { Identity } from './identity.ts';

export interface Sessions extends Identity {
  /** A new id at every sign-in; the one that the browser had before ends. */
  begin(request: FastifyRequest, reply: FastifyReply, principal: Principal): Promise<void>;
  end(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

export interface UserRow {
  readonly region: string;
  readonly user_id: UserId;
  readonly display_name: string;
  readonly role: Role;
  readonly municipalities: readonly MunicipalityCode[];
}

interface AskerRow extends UserRow {
  readonly challenge_key: Buffer;
  readonly bound_to: DeviceId | null;
  readonly device_user_id: UserId | null;
  readonly public_key: Buffer;
  readonly revoked: boolean;
}

export const principalOfRow = (row: UserRow): Principal => ({ userId: row.user_id, displayName: row.display_name, role: row.role, region: row.region, municipalities: row.municipalities });

/** Sessions in the database, named by 256 random bits in a cookie that no script can read. */
export function createSessions(pool: pg.Pool, clock: Clock, { secure, sessionHours }: { readonly secure: boolean; readonly sessionHours: number }): Sessions {
  // `__Host-` binds the cookie to this host over TLS; a browser refuses the prefix without TLS.
  const cookieName = secure ? '__Host-veldwerk' : 'veldwerk';
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  const hashOf = (request: FastifyRequest): Buffer | null => {
    const id = request.cookies[cookieName];
    return id === undefined || !/^[A-Za-z0-9_-]{43}$/.test(id) ? null : createHash('sha256').update(id).digest();
  };

  return {
    async principalOf(request) {
      const hash = hashOf(request);
      if (hash === null) return null;
      return withTransaction(pool, 'system', 'snapshot', async (client) => {
        const { rows: [row] } = await client.query<UserRow>(
          `select u.region, u.user_id, u.display_name, u.role, u.municipalities
           from session s join app_user u on u.region = s.region and u.user_id = s.user_id
           where s.id_hash = $1 and s.expires_at_ms > $2`,
          [hash, clock.nowMs()],
        );
        return row === undefined ? null : principalOfRow(row);
      });
    },

    async askerOf(request, deviceId) {
      const hash = hashOf(request);
      if (hash === null) return null;
      return withTransaction(pool, 'system', 'snapshot', async (client) => {
        const { rows: [row] } = await client.query<AskerRow>(
          `select u.region, u.user_id, u.display_name, u.role, u.municipalities, s.challenge_key, s.device_id as bound_to,
             d.user_id as device_user_id, d.public_key, d.revoked_at_ms is not null as revoked
           from session s join app_user u on u.region = s.region and u.user_id = s.user_id
           left join device d on d.region = s.region and d.device_id = $3
           where s.id_hash = $1 and s.expires_at_ms > $2`,
          [hash, clock.nowMs(), deviceId],
        );
        if (row === undefined) return null;
        const device = row.device_user_id === null ? null : { userId: row.device_user_id, publicKey: row.public_key, isRevoked: row.revoked };
        return { principal: principalOfRow(row), challengeKey: row.challenge_key, boundTo: row.bound_to, device };
      });
    },

    async bind(request, deviceId) {
      const hash = hashOf(request);
      if (hash === null) return false;
      return withTransaction(pool, 'system', 'write', async (client) =>
        (await client.query('update session set device_id = $2 where id_hash = $1 and (device_id is null or device_id = $2)', [hash, deviceId])).rowCount === 1);
    },

    async begin(request, reply, principal) {
      const id = randomBytes(32).toString('base64url');
      const nowMs = clock.nowMs();
      const before = hashOf(request);
      await withTransaction(pool, 'system', 'write', async (client) => {
        await client.query('delete from session where expires_at_ms <= $1 or id_hash = $2', [nowMs, before]);
        await client.query('insert into session (id_hash, region, user_id, created_at_ms, expires_at_ms) values ($1, $2, $3, $4, $5)', [
          createHash('sha256').update(id).digest(), principal.region, principal.userId, nowMs, nowMs + sessionHours * 3_600_000,
        ]);
      });
      reply.setCookie(cookieName, id, { ...cookie, maxAge: sessionHours * 3_600 });
    },

    async end(request, reply) {
      const hash = hashOf(request);
      if (hash !== null) await withTransaction(pool, 'system', 'write', (client) => client.query('delete from session where id_hash = $1', [hash]));
      reply.clearCookie(cookieName, cookie);
    },
  };
}
