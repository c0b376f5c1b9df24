import { createContext, useContext, type ReactNode } from 'react';
import type { AppDependencies } from './dependencies.ts';

const AppContext = createContext<AppDependencies | null>(null);

export function AppProvider({ dependencies, children }: { readonly dependencies: AppDependencies; readonly children: ReactNode }) {
  return <AppContext value={dependencies}>{children}</AppContext>;
}

/** @throws Error outside `renderApp`: a screen cannot exist without its device */
export function useApp(): AppDependencies {
  const dependencies = useContext(AppContext);
  if (dependencies === null) throw new Error('useApp: no AppProvider above this component');
  return dependencies;
}
