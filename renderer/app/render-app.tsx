import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '#renderer/components/styles.ts';
import { AppProvider } from './app-context.tsx';
import { App } from './app.tsx';
import type { AppDependencies } from './dependencies.ts';
import { rememberedLanguage, startTexts } from './texts.ts';

export type { AppDependencies, PlatformInfo } from './dependencies.ts';

/** Draws the whole app into `root`. @returns takes it away again */
export function renderApp(root: HTMLElement, dependencies: AppDependencies): () => void {
  startTexts(rememberedLanguage());
  const reactRoot = createRoot(root);
  reactRoot.render(
    <StrictMode>
      <AppProvider dependencies={dependencies}>
        <App />
      </AppProvider>
    </StrictMode>,
  );
  return () => reactRoot.unmount();
}
