import { Component, type ReactNode } from 'react';
import { CrashPage, type CrashPageProps } from './crash-page.tsx';

export interface ErrorBoundaryProps extends Pick<CrashPageProps, 'around'> {
  readonly children: ReactNode;
}

interface State {
  readonly code: string | null;
}

/** Catches what should not happen while drawing. What was kept is in the database, not in the drawing. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override readonly state: State = { code: null };

  static getDerivedStateFromError(error: unknown): State {
    return { code: codeOf(error) };
  }

  override render(): ReactNode {
    return this.state.code === null ? this.props.children : <CrashPage code={this.state.code} around={this.props.around} />;
  }
}

/**
 * Where it broke, without what was in it: an error's message may quote a person's data, its kind and place cannot.
 */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const place = /([\w-]+\.(?:m?js|tsx?))(?:\?[^:)]*)?:(\d+):(\d+)/.exec(error.stack ?? '');
  return place === null ? error.name : `${error.name} ${place[1]}:${place[2]}:${place[3]}`;
}
