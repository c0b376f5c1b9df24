import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '#renderer/components/styles.ts';
import { AppProvider } from './app-context.tsx';
import type { BelowFloor } from '#renderer/data/db/version-floor.ts';
import { App } from './app.tsx';
import type { AppDependencies } from './dependencies.ts';
import { FloorPage } from './floor-page.tsx';
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

/** Instead of the app, when what runs here is older than what was here before. */
export function renderBelowFloor(root: HTMLElement, below: BelowFloor): void {
  startTexts(rememberedLanguage());
  createRoot(root).render(
    <StrictMode>
      <FloorPage below={below} />
    </StrictMode>,
  );
}
