import { channelOf, shellQuestions, type ShellQuestion } from '#shared/ipc/questions.ts';
import { shellContract, type RequestOf, type ResponseOf, type ShellReply } from '#shared/ipc/contract.ts';
import { isAppUrl } from './app-scheme.ts';
import { errorCode, type Log } from './log.ts';

/** Who sent a message. The frame is `null` when it is gone by the time we look. */
export type IpcSender = {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
};

export type IpcReceiver = {
  handle(channel: string, listener: (event: IpcSender, ...args: unknown[]) => Promise<unknown>): void;
};

/** What the shell answers to each question. */
export type ShellAnswers = { readonly [Q in ShellQuestion]: (request: RequestOf<Q>) => ResponseOf<Q> | Promise<ResponseOf<Q>> };

/** Our page in the top frame of our window: not a frame inside it, not another page, not a page that is gone. */
const isTrustedSender = (event: IpcSender, isOurWindow: (contentsId: number) => boolean): boolean =>
  event.senderFrame !== null && event.senderFrame.parent === null && isAppUrl(event.senderFrame.url) && isOurWindow(event.sender.id);

const answerOne = async <Q extends ShellQuestion>(question: Q, answers: ShellAnswers, args: readonly unknown[], log: Log): Promise<ShellReply<Q>> => {
  const { request: requestSchema, response: responseSchema } = shellContract[question];
  const request = requestSchema.safeParse(args[0]);
  if (args.length > 1 || !request.success) {
    log('ipc-refused', { question, reason: 'request' });
    return { kind: 'refused', reason: 'request' };
  }
  const value = await answers[question](request.data as RequestOf<Q>);
  // Parsed on the way out as well: an answer can never carry more than the contract names.
  return { kind: 'answer', value: responseSchema.parse(value) as ResponseOf<Q> };
};

/**
 * Answers the questions of the contract and no others. One of the three places in the product that catch: whatever comes
 * in, the shell stays up and the page gets a refusal without details.
 */
export const registerQuestions = (ipc: IpcReceiver, isOurWindow: (contentsId: number) => boolean, answers: ShellAnswers, log: Log): void => {
  for (const question of shellQuestions) {
    ipc.handle(channelOf(question), async (event, ...args) => {
      if (!isTrustedSender(event, isOurWindow)) {
        log('ipc-refused', { question, reason: 'sender' });
        return { kind: 'refused', reason: 'sender' } satisfies ShellReply<typeof question>;
      }
      try {
        return await answerOne(question, answers, args, log);
      } catch (error) {
        log('ipc-failed', { question, code: errorCode(error) });
        return { kind: 'refused', reason: 'failure' } satisfies ShellReply<typeof question>;
      }
    });
  }
};
