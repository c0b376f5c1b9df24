import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/**
 * The one status region (`output` is one by itself) of the window. A new message replaces the old one; the same words twice are made
 * different by an invisible mark, else a screen reader keeps silent the second time.
 */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState({ text: '', turn: 0 });
  const announce = useCallback<Announce>((text) => setMessage((last) => ({ text, turn: last.turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <output className="visually-hidden">
        {message.text}
        {message.turn % 2 === 1 ? '\u200b' : ''}
      </output>
    </AnnounceContext>
  );
}

/** Says a change of state to people who do not see it happen. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
