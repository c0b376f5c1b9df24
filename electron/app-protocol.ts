import { isAppUrl } from './app-scheme.ts';
import { forwardToServer, isServerPath, type ServerFetch } from './forward-to-server.ts';
import { errorCode, type Log } from './log.ts';
import { pageHeaders } from './page-headers.ts';
import { servePageFile, type PageFiles } from './page-files.ts';

export type AppProtocol = {
  readonly files: PageFiles;
  readonly serverOrigin: string;
  readonly fetchFromServer: ServerFetch;
  readonly log: Log;
};

const refuse = (status: number): Response => new Response(null, { status, headers: pageHeaders('text/plain; charset=utf-8') });

/** Answers every request to `app://`: a file of the page, or a question passed on to the regional server. */
export const createAppProtocolHandler =
  ({ files, serverOrigin, fetchFromServer, log }: AppProtocol) =>
  async (request: Request): Promise<Response> => {
    try {
      if (!isAppUrl(request.url)) return refuse(404);
      if (isServerPath(new URL(request.url).pathname)) return await forwardToServer(request, serverOrigin, fetchFromServer, log);
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
      return await servePageFile(files, request);
    } catch (error) {
      log('impossible', { where: 'app-protocol', code: errorCode(error) });
      return refuse(500);
    }
  };
